import Expressions

extension Gate {
    /// The format's number; 2 added the people of a shared number.
    private static let format: UInt8 = 2

    /// The gate as bytes.
    package func encoded() -> [UInt8] {
        var writer = ByteWriter(capacity: 64)
        writer.write(byte: Self.format)
        switch stage {
        case .known: writer.write(byte: 0)
        case .fact(let name):
            writer.write(byte: 1)
            writer.write(name)
        case .locked: writer.write(byte: 2)
        case .language: writer.write(byte: 3)
        case .pin: writer.write(byte: 4)
        case .who: writer.write(byte: 5)
        }
        writer.write(misses)
        writer.write(page)
        writer.write(attempts)
        writer.write(dialogue)
        writer.write(isStopped)
        writer.write(language ?? "")
        writer.write(reminder ?? "")
        writer.write(chosen.map { [$0] } ?? []) { $0.write(Int($1)) }
        writer.write(waiting.sorted { $0.key < $1.key }) { writer, waiting in
            writer.write(Int(waiting.key))
            writer.write(waiting.value)
        }
        writer.write(askedAt.map { [$0] } ?? []) { $0.write(Int($1.milliseconds)) }
        return writer.bytes
    }

    /// Reads a gate back.
    package init(decoding bytes: [UInt8]) throws(CodingFault) {
        var reader = ByteReader(bytes)
        let format = try reader.byte()
        guard (1...Self.format).contains(format) else { throw .version(format) }
        switch try reader.byte() {
        case 0: stage = .known
        case 1: stage = .fact(try reader.text())
        case 2: stage = .locked
        case 3: stage = .language
        case 4: stage = .pin
        case 5: stage = .who
        case let mark: throw .malformed("no stage of a gate has the number \(mark)")
        }
        misses = try reader.int()
        page = try reader.int()
        attempts = try reader.attempts()
        dialogue = try reader.dialogue(hasMark: true)
        isStopped = try reader.flag()
        let language = try reader.text()
        self.language = language.isEmpty ? nil : language
        let reminder = try reader.text()
        self.reminder = reminder.isEmpty ? nil : reminder
        (chosen, waiting, askedAt) = (nil, [:], nil)
        if format > 1 { try reader.readPeople(of: &self) }
        guard reader.isAtEnd else { throw .malformed("something follows the gate") }
    }
}

extension ByteReader {
    /// Who of a shared number was chosen, the reminders that wait for its people, and when it asked.
    fileprivate mutating func readPeople(of gate: inout Gate) throws(CodingFault) {
        gate.chosen = try list { (reader) throws(CodingFault) in Int64(try reader.int()) }.last
        let waiting = try list { (reader) throws(CodingFault) in (Int64(try reader.int()), try reader.text()) }
        gate.waiting = Dictionary(waiting, uniquingKeysWith: { $1 })
        gate.askedAt = try list { (reader) throws(CodingFault) in
            Timestamp(milliseconds: Int64(try reader.int()))
        }.last
    }
}
