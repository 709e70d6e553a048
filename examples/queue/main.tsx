/** Puts the queue into the page. */
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import './style.css'

const place = document.getElementById('root')
if (place) createRoot(place).render(<App />)
