import Expressions

extension Person {
    /// The format's number; 2 added the dialogue that ended last, 3 the PIN, 4 the attempts at her facts, 5 the days of her fields,
    /// 6 the wordings that she agreed to.
    private static let format: UInt8 = 6

    /// The person as bytes; fields in the order of their names, so that equal persons are equal bytes.
    package func encoded() -> [UInt8] {
        var writer = ByteWriter(capacity: 32)
        writer.write(byte: Self.format)
        writer.write(language ?? "")
        writer.write(isStopped)
        writer.write(fields.sorted { $0.key < $1.key }) { writer, field in
            writer.write(field.key)
            writer.write(field.value)
        }
        writer.write(ended.map { [$0] } ?? []) { writer, ended in
            writer.write(ended.id)
            writer.write(ended.mark)
            writer.write(Int(ended.at.milliseconds))
        }
        writer.write(pin.map { [$0] } ?? []) { writer, pin in
            writer.write(bytes: pin.salt)
            writer.write(bytes: pin.hash)
            writer.write(pin.attempts)
        }
        writer.write(checks)
        writer.write(given.sorted { $0.key < $1.key }) { writer, field in
            writer.write(field.key)
            writer.write(field.value.daysSinceEpoch)
        }
        writer.write(agreed.sorted { $0.key < $1.key }) { writer, field in
            writer.write(field.key)
            writer.write(field.value)
        }
        return writer.bytes
    }

    /// Reads a person back.
    package init(decoding bytes: [UInt8]) throws(CodingFault) {
        var reader = ByteReader(bytes)
        let format = try reader.byte()
        guard (1...Self.format).contains(format) else { throw .version(format) }
        let language = try reader.text()
        let isStopped = try reader.flag()
        let fields = try reader.list { (reader) throws(CodingFault) in
            let name = try reader.text()
            return (name, try reader.value())
        }
        let ended = try format == 1 ? nil : reader.endedDialogue()
        let pin = try format < 3 ? nil : reader.pin()
        let checks = try format < 4 ? Attempts() : reader.attempts()
        let given = try format < 5 ? [:] : reader.days()
        let agreed = try format < 6 ? [:] : reader.wordings()
        guard reader.isAtEnd else { throw .malformed("something follows the person") }
        self.init(
            language: language.isEmpty ? nil : language, isStopped: isStopped,
            fields: Dictionary(fields, uniquingKeysWith: { _, last in last }), given: given, agreed: agreed,
            ended: ended, pin: pin, checks: checks)
    }
}

extension ByteReader {
    fileprivate mutating func days() throws(CodingFault) -> [String: CalendarDate] {
        let days = try list { (reader) throws(CodingFault) in
            let name = try reader.text()
            guard let day = CalendarDate(daysSinceEpoch: try reader.int()) else { throw .malformed("a day of no year") }
            return (name, day)
        }
        return Dictionary(days, uniquingKeysWith: { _, last in last })
    }

    fileprivate mutating func wordings() throws(CodingFault) -> [String: Int] {
        let wordings = try list { (reader) throws(CodingFault) in (try reader.text(), try reader.int()) }
        return Dictionary(wordings, uniquingKeysWith: { _, last in last })
    }

    fileprivate mutating func pin() throws(CodingFault) -> PIN? {
        try list { (reader) throws(CodingFault) in
            PIN(salt: try reader.blob(), hash: try reader.blob(), attempts: try reader.attempts())
        }.last
    }

    fileprivate mutating func endedDialogue() throws(CodingFault) -> EndedDialogue? {
        try list { (reader) throws(CodingFault) in
            EndedDialogue(
                id: try reader.text(), mark: try reader.int(), at: Timestamp(milliseconds: Int64(try reader.int())))
        }.last
    }
}
