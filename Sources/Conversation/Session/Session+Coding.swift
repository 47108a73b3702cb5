import Expressions

extension Session {
    /// The format's number; a change of format takes the next one and keeps reading the earlier. 2 added the mark of
    /// a dialogue.
    private static let format: UInt8 = 2

    /// The session as bytes, about a hundred for a short conversation.
    package func encoded() -> [UInt8] {
        var writer = ByteWriter(capacity: 160)
        writer.write(byte: Self.format)
        writer.write(revision.hash)
        writer.write(language)
        writer.write(kind == .ussd)
        writer.write(Int(startedAt.milliseconds))
        writer.write(Int(lastAt.milliseconds))
        writer.write(frames) { $0.write($1) }
        writer.write(nextFrame)
        writer.write(journal) { $0.write($1) }
        writer.write(history) { $0.write($1) }
        writer.write(wait)
        writer.write(dialogue)
        return writer.bytes
    }

    /// Reads a session back.
    package init(decoding bytes: [UInt8]) throws(CodingFault) {
        var reader = ByteReader(bytes)
        let format = try reader.byte()
        guard (1...Self.format).contains(format) else { throw .version(format) }
        revision = RevisionID(try reader.text())
        language = try reader.text()
        kind = try reader.flag() ? .ussd : .sms
        startedAt = Timestamp(milliseconds: Int64(try reader.int()))
        lastAt = Timestamp(milliseconds: Int64(try reader.int()))
        frames = try reader.list { (reader) throws(CodingFault) in try reader.frame() }
        nextFrame = try reader.int()
        journal = try reader.list { (reader) throws(CodingFault) in try reader.assignment() }
        history = try reader.list { (reader) throws(CodingFault) in try reader.checkpoint() }
        wait = try reader.wait()
        dialogue = try reader.dialogue(hasMark: format > 1)
        guard reader.isAtEnd else { throw .malformed("something follows the session") }
        guard !frames.isEmpty else { throw .malformed("no flow is running") }
    }
}

extension ByteWriter {
    fileprivate mutating func write(_ frame: Frame) {
        write(frame.id)
        write(frame.step)
    }

    fileprivate mutating func write(_ assignment: Assignment) {
        write(assignment.frame)
        write(assignment.name)
        write(assignment.value)
    }

    fileprivate mutating func write(_ checkpoint: Checkpoint) {
        write(checkpoint.frames) { $0.write($1) }
        write(checkpoint.journalLength)
        write(checkpoint.said)
    }

    fileprivate mutating func write(_ wait: Wait) {
        switch wait.mode {
        case .answer: write(byte: 0)
        case .resume: write(byte: 1)
        case .confirm(let value):
            write(byte: 2)
            write(value)
        case .language: write(byte: 3)
        case .apology: write(byte: 4)
        case .request(let number):
            write(byte: 5)
            write(number)
        case .list(let ids):
            write(byte: 6)
            write(ids) { $0.write($1) }
        case .staff: write(byte: 7)
        }
        write(wait.said)
        write(wait.page)
        write(wait.misses)
    }

    mutating func write(_ dialogue: Dialogue?) {
        write(dialogue != nil)
        guard let dialogue else { return }
        write(dialogue.id)
        write(dialogue.typed)
        write(dialogue.mark)
    }
}

extension ByteReader {
    fileprivate mutating func frame() throws(CodingFault) -> Frame {
        Frame(id: try int(), step: try text())
    }

    fileprivate mutating func assignment() throws(CodingFault) -> Assignment {
        Assignment(frame: try int(), name: try text(), value: try value())
    }

    fileprivate mutating func checkpoint() throws(CodingFault) -> Checkpoint {
        Checkpoint(
            frames: try list { (reader) throws(CodingFault) in try reader.frame() }, journalLength: try int(),
            said: try text())
    }

    fileprivate mutating func wait() throws(CodingFault) -> Wait {
        let mode: Wait.Mode
        switch try byte() {
        case 0: mode = .answer
        case 1: mode = .resume
        case 2: mode = .confirm(try value())
        case 3: mode = .language
        case 4: mode = .apology
        case 5: mode = .request(try int())
        case 6: mode = .list(try list { (reader) throws(CodingFault) in try reader.text() })
        case 7: mode = .staff
        case let mark: throw .malformed("no way of waiting has the number \(mark)")
        }
        return Wait(mode: mode, said: try text(), page: try int(), misses: try int())
    }

    mutating func dialogue(hasMark: Bool) throws(CodingFault) -> Dialogue? {
        try flag() ? Dialogue(id: try text(), typed: try text(), mark: hasMark ? try int() : 0) : nil
    }
}
