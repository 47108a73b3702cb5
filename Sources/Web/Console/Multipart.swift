/// A form with a file in it, as browsers send it (RFC 7578).
struct Multipart: Sendable {
    /// A file that a visitor brings.
    struct File: Sendable {
        /// What it is called there; without the folders that some browsers put before it.
        let name: String
        let bytes: [UInt8]
    }

    /// More parts than any form of ours has.
    private static let most = 64

    /// The fields in their order.
    private(set) var fields: [(name: String, value: String)] = []
    /// The file, nil where none was chosen.
    private(set) var file: File?

    /// nil for what is no such form.
    init?(_ body: [UInt8], type: String?) {
        guard let boundary = Self.boundary(type) else { return nil }
        let mark = Array("--\(boundary)".utf8)
        var places = Self.places(of: mark, in: body)
        guard let first = places.popFirst(), first == 0, places.count < Self.most else { return nil }
        var start = first + mark.count
        for place in places {
            // A part stands between two line ends that belong to its marks.
            guard start + 2 <= place - 2 else { return nil }
            guard add(body[(start + 2)..<(place - 2)]) else { return nil }
            start = place + mark.count
        }
        guard body[start...].starts(with: Array("--".utf8)) else { return nil }
    }

    /// The boundary that the content type names.
    private static func boundary(_ type: String?) -> String? {
        guard let type, type.lowercased().hasPrefix("multipart/form-data") else { return nil }
        let named = type.split(separator: ";").lazy.map { $0.drop { $0 == " " } }
            .first { $0.lowercased().hasPrefix("boundary=") }
        guard let value = named?.dropFirst("boundary=".count) else { return nil }
        let boundary = value.filter { $0 != "\"" }
        return boundary.isEmpty || boundary.utf8.count > 70 ? nil : boundary
    }

    /// Where a mark begins a line.
    private static func places(of mark: [UInt8], in body: [UInt8]) -> ArraySlice<Int> {
        var places: [Int] = []
        var place = 0
        while place + mark.count <= body.count {
            let isLine = place == 0 || body[place - 1] == UInt8(ascii: "\n")
            if isLine, body[place...].starts(with: mark) {
                places.append(place)
                place += mark.count
            } else {
                place += 1
            }
        }
        return places[...]
    }

    /// Takes a part: its headers, an empty line, its bytes.
    private mutating func add(_ part: ArraySlice<UInt8>) -> Bool {
        let gap = Array("\r\n\r\n".utf8)
        guard let end = part.indices.first(where: { part[$0...].starts(with: gap) }) else { return false }
        let head = String(decoding: part[..<end], as: UTF8.self)
        let bytes = Array(part[(end + gap.count)...])
        let line = head.split(whereSeparator: \.isNewline).first { $0.lowercased().hasPrefix("content-disposition:") }
        guard let line, let name = Self.parameter("name", of: line) else { return false }
        guard let path = Self.parameter("filename", of: line) else {
            fields.append((name, String(decoding: bytes, as: UTF8.self)))
            return true
        }
        if !path.isEmpty || !bytes.isEmpty {
            file = File(name: path.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? "", bytes: bytes)
        }
        return true
    }

    private static func parameter(_ name: String, of line: Substring) -> String? {
        let opening = "\(name)=\""
        let found = line.split(separator: ";").lazy.map { $0.drop { $0 == " " } }.first { $0.hasPrefix(opening) }
        return found.map { String($0.dropFirst(opening.count).prefix { $0 != "\"" }) }
    }
}
