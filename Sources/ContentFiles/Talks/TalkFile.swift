package import Conversation
import Expressions

/// Reads `*.talk` files: tests that operators write.
package enum TalkFile {
    /// The talks of one file whose lines can all be read; the other lines are errors with their place.
    package static func read(_ content: String, file: String, log: DiagnosticLog) -> [Talk] {
        var reading = Reading(file: file, log: log)
        for (index, line) in lines(of: content).enumerated() {
            reading.read(TalkLine(line), number: index + 1)
        }
        reading.finish()
        return reading.talks
    }

    /// The lines without the new lines between them; a carriage return belongs to the line.
    static func lines(of content: String) -> [Substring] {
        content.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(Substring.init)
    }
}

/// A line of a file without the spaces around it, which are kept for whoever writes the line again.
struct TalkLine {
    /// The spaces in front.
    let indentation: String
    /// What the line says.
    let text: String
    /// The spaces behind, and the carriage return of files from Windows.
    let tail: String

    init(_ line: Substring) {
        let scalars = line.unicodeScalars
        let start = scalars.firstIndex { !$0.properties.isWhitespace } ?? scalars.endIndex
        let end = scalars.lastIndex { !$0.properties.isWhitespace }.map(scalars.index(after:)) ?? start
        indentation = String(line[..<start])
        text = String(line[start..<end])
        tail = String(line[end...])
    }
}

/// A file while it is read.
private struct Reading {
    private struct Draft {
        let title: String
        let line: Int
        var lines: [Talk.Line] = []
        /// The lines of its twin on the other channel, for a talk that is played on both.
        var twin: [Talk.Line]?
        /// Whether every line of it could be read.
        var isWhole = true

        mutating func add(_ line: Talk.Line, or other: Talk.Line?) {
            if other != nil, twin == nil { twin = lines }
            twin?.append(other ?? line)
            lines.append(line)
        }

        /// The talk, or one for each channel.
        var talks: [Talk] {
            guard let twin else { return [Talk(title: title, line: line, lines: lines)] }
            return [lines, twin].map { lines in
                let kind = lines.lazy.compactMap(\.channel).first
                return Talk(title: title + (kind.map { " (\($0.rawValue))" } ?? ""), line: line, lines: lines)
            }
        }
    }

    let file: String
    let log: DiagnosticLog
    private(set) var talks: [Talk] = []
    private var draft: Draft?
    /// How late the next SMS is, and where that stands.
    private var late: (seconds: Int, at: Position)?
    /// Whether a line in front of the first talk was reported.
    private var isStray = false

    init(file: String, log: DiagnosticLog) {
        self.file = file
        self.log = log
    }

    mutating func read(_ line: TalkLine, number: Int) {
        if line.text.isEmpty || line.text.hasPrefix("#") { return }
        let position = Position(file: file, line: number, column: line.indentation.count + 1)
        if line.text.hasPrefix("talk:") { return begin(line.text.dropFirst("talk:".count), at: position) }
        guard draft != nil else { return reportStray(at: position) }
        switch TalkLineReader(position: position, log: log).read(line.text) {
        case .action(let action): add(action, at: position)
        case .onEach(let first, let second): add(first, or: second, at: position)
        case .late(let seconds):
            expectNothingLate()
            late = (seconds, position)
        case nil: draft?.isWhole = false
        }
    }

    mutating func finish() {
        expectNothingLate()
        if let draft, draft.isWhole { talks += draft.talks }
        draft = nil
    }

    private mutating func begin(_ title: Substring, at position: Position) {
        finish()
        let title = TalkLine(title).text
        draft = Draft(title: title, line: position.line)
        guard title.isEmpty else { return }
        draft?.isWhole = false
        log.error("talk", "a talk needs a title that says what it shows", at: position)
    }

    private mutating func reportStray(at position: Position) {
        if !isStray { log.error("talk", "a talk begins with 'talk:' and its title", at: position) }
        isStray = true
    }

    /// - Parameter twin: What stands in its place on the other channel; nil for the same.
    private mutating func add(_ action: Talk.Action, or twin: Talk.Action? = nil, at position: Position) {
        var action = action
        if let late, case .type(let text, _) = action {
            action = .type(text, late: late.seconds)
            self.late = nil
        }
        expectNothingLate()
        let line = Talk.Line(number: position.line, action: action)
        draft?.add(line, or: twin.map { Talk.Line(number: position.line, action: $0) })
    }

    private mutating func expectNothingLate() {
        guard let late else { return }
        log.error("talk", "'late' needs the SMS that is late on the next line: > text", at: late.at)
        draft?.isWhole = false
        self.late = nil
    }
}

extension Talk.Line {
    /// The channel that the line turns to.
    fileprivate var channel: ChannelKind? {
        if case .on(let kind, _, _, _) = action { kind } else { nil }
    }
}
