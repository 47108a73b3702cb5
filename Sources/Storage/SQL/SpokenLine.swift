import Conversation

/// What was said in a turn, as the transcript seals it.
struct SpokenLine: Hashable {
    let input: String
    let reply: String?
    let understood: String
    let flags: [Flag]
    /// The name of the channel it came through; empty where that is not known.
    let channel: String
    /// The addresses of the steps it walked.
    let path: [String]

    /// The format's number; 2 added the channel and the path.
    private static let format: UInt8 = 2

    init(
        input: String, reply: String?, understood: String, flags: [Flag], channel: String = "", path: [String] = []
    ) {
        self.channel = channel
        self.path = path
        self.input = input
        self.reply = reply
        self.understood = understood
        self.flags = flags
    }

    /// The line as bytes.
    func encoded() -> [UInt8] {
        var writer = ByteWriter(capacity: 32 + input.utf8.count + understood.utf8.count + (reply?.utf8.count ?? 0))
        writer.write(byte: Self.format)
        writer.write(input)
        writer.write(understood)
        writer.write(reply != nil)
        if let reply { writer.write(reply) }
        writer.write(flags.isEmpty ? "" : FlagCoding.text(of: flags))
        writer.write(channel)
        writer.write(path) { $0.write($1) }
        return writer.bytes
    }

    /// Reads what `encoded` wrote.
    init(_ bytes: [UInt8]) throws(StoreFault) {
        let flags: String
        do throws(CodingFault) {
            var reader = ByteReader(bytes)
            let format = try reader.byte()
            guard (1...Self.format).contains(format) else { throw CodingFault.version(format) }
            input = try reader.text()
            understood = try reader.text()
            reply = try reader.flag() ? reader.text() : nil
            flags = try reader.text()
            channel = try format > 1 ? reader.text() : ""
            path = try format > 1 ? reader.list { (reader) throws(CodingFault) in try reader.text() } : []
        } catch {
            throw StoreFault(.damaged, "a line of a transcript cannot be read: \(error)")
        }
        self.flags = flags.isEmpty ? [] : try FlagCoding.flags(in: flags)
    }
}
