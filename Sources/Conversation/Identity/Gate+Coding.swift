extension Gate {
    /// The format's number.
    private static let format: UInt8 = 1

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
        }
        writer.write(misses)
        writer.write(page)
        writer.write(attempts)
        writer.write(dialogue)
        writer.write(isStopped)
        writer.write(language ?? "")
        writer.write(reminder ?? "")
        return writer.bytes
    }

    /// Reads a gate back.
    package init(decoding bytes: [UInt8]) throws(CodingFault) {
        var reader = ByteReader(bytes)
        let format = try reader.byte()
        guard format == Self.format else { throw .version(format) }
        switch try reader.byte() {
        case 0: stage = .known
        case 1: stage = .fact(try reader.text())
        case 2: stage = .locked
        case 3: stage = .language
        case 4: stage = .pin
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
        guard reader.isAtEnd else { throw .malformed("something follows the gate") }
    }
}
