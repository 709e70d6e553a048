/** Where a thread of the command begins. */
import { parentPort, workerData } from 'node:worker_threads'
import { serve } from './conversation.ts'

if (parentPort) serve(parentPort, workerData)
