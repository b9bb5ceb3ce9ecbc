import fs from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { root } from './paths.mjs'

const DEEPEST = 9
const file = path.join(root, 'src', 'generated', 'answer-shapes.json')

/** The JSON Schema of a value as JSON writes it; what nobody can say, such as any JSON at all, is left open. */
function schemaOf(checker, type, depth = 0) {
  if (
    depth > DEEPEST ||
    type.aliasSymbol?.name === 'JsonValue' ||
    type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)
  )
    return {}
  if (type.isUnion()) return unionOf(checker, type, depth)
  if (type.isStringLiteral() || type.isNumberLiteral()) return { const: type.value }
  if (type.flags & ts.TypeFlags.BooleanLiteral) return { const: checker.typeToString(type) === 'true' }
  if (type.flags & (ts.TypeFlags.String | ts.TypeFlags.TemplateLiteral)) return { type: 'string' }
  if (type.flags & ts.TypeFlags.Number) return { type: 'number' }
  if (type.flags & ts.TypeFlags.Null) return { type: 'null' }
  if (type.symbol?.name === 'Date') return { type: 'string', format: 'date-time' }
  if (checker.isArrayType(type) || checker.isTupleType(type)) {
    const [item] = checker.getTypeArguments(type)
    return { type: 'array', items: item ? schemaOf(checker, item, depth + 1) : {} }
  }
  const values = type.getStringIndexType()
  if (values) return { type: 'object', additionalProperties: schemaOf(checker, values, depth + 1) }
  return objectOf(checker, type, depth)
}

function unionOf(checker, type, depth) {
  const some = type.types.filter(({ flags }) => !(flags & ts.TypeFlags.Undefined))
  const shapes = some.map((one) => schemaOf(checker, one, depth))
  const literals = shapes.filter((shape) => 'const' in shape).map((shape) => shape.const)
  const rest = shapes.filter((shape) => !('const' in shape))
  if (literals.length) {
    const isBoolean = literals.length === 2 && literals.every((one) => typeof one === 'boolean')
    rest.unshift(isBoolean ? { type: 'boolean' } : { enum: literals.sort() })
  }
  return rest.length === 1 ? rest[0] : { anyOf: rest }
}

function objectOf(checker, type, depth) {
  const properties = {}
  const required = []
  for (const property of checker.getPropertiesOfType(type)) {
    const of = checker.getTypeOfSymbol(property)
    if (of.getCallSignatures().length) continue
    properties[property.name] = schemaOf(checker, of, depth + 1)
    if (!(property.flags & ts.SymbolFlags.Optional)) required.push(property.name)
  }
  return { type: 'object', properties, ...(required.length ? { required: required.sort() } : {}) }
}

/** What a function gives back once it has been waited for; null for what is no function. */
function returnedBy(checker, member) {
  const [signature] = checker.getTypeAtLocation(member.initializer ?? member).getCallSignatures()
  if (!signature) return null
  const returned = checker.getReturnTypeOfSignature(signature)
  return checker.getAwaitedType(returned) ?? returned
}

/** What an operation's `run` answers: what its Result holds when all went well. */
function answeredBy(checker, run) {
  const outcome = returnedBy(checker, run)
  const outcomes = outcome?.isUnion() ? outcome.types : outcome ? [outcome] : []
  return outcomes.flatMap((one) => {
    const value = one.getProperty('value')
    return value ? [checker.getTypeOfSymbol(value)] : []
  })
}

function declared(checker, call) {
  const [options] = call.arguments
  if (!options || !ts.isObjectLiteralExpression(options)) return null
  const member = (name) => options.properties.find((property) => property.name?.getText() === name)
  const text = (name) => {
    const value = member(name)?.initializer
    return value && ts.isStringLiteral(value) ? value.text : null
  }
  const [method, at, run, complete] = [text('method'), text('path'), member('run'), member('complete')]
  if (!method || !at || !run || member('answer')) return null
  const shapes = (complete ? [returnedBy(checker, complete)] : answeredBy(checker, run)).map((type) =>
    schemaOf(checker, type),
  )
  const different = [...new Map(shapes.map((shape) => [JSON.stringify(shape), shape])).values()]
  if (!different.length) return null
  return [`${method} ${at}`, different.length === 1 ? different[0] : { anyOf: different }]
}

/** The shape of every operation's answer, read off the types of what its `run` gives back: `METHOD /path` → JSON Schema. */
export function answerShapes() {
  const { fileNames, options } = ts.getParsedCommandLineOfConfigFile(
    path.join(root, 'tsconfig.json'),
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: (fault) => {
        throw new Error(ts.flattenDiagnosticMessageText(fault.messageText, '\n'))
      },
    },
  )
  const entries = fileNames.filter((name) => /\/src\/operations\.ts$|\.d\.ts$/.test(name))
  const program = ts.createProgram(entries, options)
  const checker = program.getTypeChecker()
  const shapes = []
  const visit = (node) => {
    if (ts.isCallExpression(node) && /^(open)?[eE]ndpoint$/.test(node.expression.getText())) {
      const shape = declared(checker, node)
      if (shape) shapes.push(shape)
    }
    ts.forEachChild(node, visit)
  }
  const ours = path.join(root, 'src') + path.sep
  for (const source of program.getSourceFiles())
    if (path.normalize(source.fileName).startsWith(ours)) visit(source)
  return Object.fromEntries(shapes.sort(([one], [other]) => one.localeCompare(other)))
}

/** Keeps the shapes beside the generated client, where the OpenAPI document finds them. */
export function writeAnswerShapes() {
  fs.writeFileSync(file, JSON.stringify(answerShapes()))
}

if (process.argv[1] === import.meta.filename) writeAnswerShapes()
