// What is wrong with a Containerfile: node lint.mjs FILE
import { readFileSync } from 'node:fs'
import { validate } from 'dockerfile-utils'

const problems = validate(readFileSync(process.argv[2], 'utf8'))
for (const { message, range } of problems) {
  console.log(`${process.argv[2]}:${range.start.line + 1}: ${message}`)
}

process.exitCode = problems.length === 0 ? 0 : 1
