/// A regular expression in RE2's syntax (github.com/google/re2/wiki/Syntax), as the field has them. It is matched by
/// keeping all possibilities side by side, so time grows with the text's length and never explodes.
struct Pattern: Sendable {
    /// One instruction of the pattern's program.
    enum Step: Sendable {
        /// Takes one scalar of the set.
        case one(ScalarSet)
        /// Goes on only at such a place.
        case place(Assertion)
        /// Remembers the position: groups begin at even slots and end at odd ones.
        case save(Int)
        case jump(Int)
        /// Tries the first way, then the second.
        case split(Int, Int)
        case match
    }

    /// What is asked of the place between two scalars.
    enum Assertion: Sendable {
        case textStart
        case textEnd
        case lineStart
        case lineEnd
        case wordBoundary
        case noWordBoundary
    }

    /// Instructions a program may have: repetitions such as `{20}` are written out.
    static let largestProgram = 1_000
    /// Levels of groups in each other.
    static let deepest = 40

    let program: [Step]
    /// Groups with the whole match, which is group 0.
    let groupCount: Int

    /// Reads a pattern in the field's mode: letters match in any case, `^` and `$` at every line.
    init(_ source: String) throws(EvaluationFault) {
        var parser = PatternParser(source)
        var writer = PatternWriter()
        try writer.write(.group(try parser.parse(), 0))
        program = writer.program + [.match]
        groupCount = parser.groupCount
    }

    /// A pattern that stands in this library and must be right.
    init(fixed source: String) {
        do throws(EvaluationFault) {
            try self.init(source)
        } catch {
            preconditionFailure(error.message)
        }
    }
}

/// Writes a pattern's tree as instructions.
private struct PatternWriter {
    private(set) var program: [Pattern.Step] = []

    mutating func write(_ tree: PatternTree) throws(EvaluationFault) {
        switch tree {
        case .one(let set): try append(.one(set))
        case .place(let assertion): try append(.place(assertion))
        case .sequence(let parts): for part in parts { try write(part) }
        case .choice(let first, let second): try write(first, or: second)
        case .group(let inner, let number):
            try append(.save(2 * number))
            try write(inner)
            try append(.save(2 * number + 1))
        case .repeated(let inner, let low, let high, let isLazy):
            for _ in 0..<low { try write(inner) }
            if let high {
                for _ in low..<max(low, high) { try writeOptional(inner, isLazy) }
            } else {
                try writeLoop(inner, isLazy)
            }
        }
    }

    private mutating func append(_ step: Pattern.Step) throws(EvaluationFault) {
        guard program.count < Pattern.largestProgram else { throw EvaluationFault("the pattern is too large") }
        program.append(step)
    }

    private mutating func write(_ first: PatternTree, or second: PatternTree) throws(EvaluationFault) {
        let split = program.count
        try append(.split(split + 1, split + 1))
        try write(first)
        let jump = program.count
        try append(.jump(jump))
        program[split] = .split(split + 1, program.count)
        try write(second)
        program[jump] = .jump(program.count)
    }

    private mutating func writeOptional(_ inner: PatternTree, _ isLazy: Bool) throws(EvaluationFault) {
        let split = program.count
        try append(.split(split + 1, split + 1))
        try write(inner)
        program[split] = isLazy ? .split(program.count, split + 1) : .split(split + 1, program.count)
    }

    private mutating func writeLoop(_ inner: PatternTree, _ isLazy: Bool) throws(EvaluationFault) {
        let split = program.count
        try append(.split(split + 1, split + 1))
        try write(inner)
        try append(.jump(split))
        program[split] = isLazy ? .split(program.count, split + 1) : .split(split + 1, program.count)
    }
}
