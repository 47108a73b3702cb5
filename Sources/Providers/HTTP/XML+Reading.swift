extension XML {
    /// The document as groups: a group with the root element's name; an element of text alone is that text, any other a
    /// group of its children by name, of its attributes as `@name` and of its text as `#text`. Children of one name are
    /// a list. Prefixes of names are left out.
    ///
    /// - Returns: nil when the bytes are not well-formed, go beyond the bounds or declare a document type, because
    ///   entities of its own are how small documents become huge.
    package static func read(_ bytes: [UInt8]) -> Datum? {
        bytes.withUnsafeBufferPointer { buffer in
            var reader = XMLReader(bytes: buffer)
            return reader.document()
        }
    }
}

/// Walks over a document once, from the front (XML 1.0, fifth edition).
private struct XMLReader {
    let bytes: UnsafeBufferPointer<UInt8>
    var place = 0
    var nodes = 0

    init(bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        if starts(with: "\u{FEFF}") { place = 3 }
    }

    mutating func document() -> Datum? {
        guard skipMiscellany(), let (name, value) = element(depth: 0), skipMiscellany(), place == bytes.count else {
            return nil
        }
        return .object([Datum.Member(name, value)])
    }

    private func starts(with word: StaticString) -> Bool {
        let length = word.utf8CodeUnitCount
        guard place + length <= bytes.count else { return false }
        return (0..<length).allSatisfy { bytes[place + $0] == word.utf8Start[$0] }
    }

    private mutating func take(_ word: StaticString) -> Bool {
        guard starts(with: word) else { return false }
        place += word.utf8CodeUnitCount
        return true
    }

    /// Goes behind the next place of a word; false when there is none.
    private mutating func skip(behind word: StaticString) -> Bool {
        while place < bytes.count {
            if take(word) { return true }
            place += 1
        }
        return false
    }

    private mutating func skipSpace() {
        while place < bytes.count, bytes[place] == 0x20 || (0x09...0x0D).contains(bytes[place]) { place += 1 }
    }

    /// White space, comments and instructions around the root element.
    private mutating func skipMiscellany() -> Bool {
        while true {
            skipSpace()
            if take("<!--") {
                guard skip(behind: "-->") else { return false }
            } else if take("<?") {
                guard skip(behind: "?>") else { return false }
            } else {
                return !starts(with: "<!")
            }
        }
    }

    /// A name without its prefix.
    private mutating func name() -> (whole: String, local: String)? {
        let start = place
        while place < bytes.count, Self.isName(bytes[place]) { place += 1 }
        guard place > start else { return nil }
        let whole = String(decoding: bytes[start..<place], as: UTF8.self)
        return (whole, whole.split(separator: ":").last.map(String.init) ?? whole)
    }

    private static func isName(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x3A, 0x5F, 0x80...: true
        default: false
        }
    }

    private mutating func element(depth: Int) -> (name: String, value: Datum)? {
        nodes += 1
        guard depth < XML.maximumDepth, nodes <= XML.maximumNodes, take("<"), let name = name(),
            var members = attributes()
        else { return nil }
        if take("/>") { return (name.local, members.isEmpty ? .text("") : .object(members)) }
        guard take(">"), let text = content(into: &members, depth: depth), let end = self.name(),
            end.whole == name.whole
        else { return nil }
        skipSpace()
        guard take(">") else { return nil }
        if members.isEmpty { return (name.local, .text(text)) }
        if !text.allSatisfy(\.isWhitespace) { members.append(Datum.Member(XML.textKey, .text(text))) }
        return (name.local, .object(members))
    }

    private mutating func attributes() -> [Datum.Member]? {
        var members: [Datum.Member] = []
        skipSpace()
        while let name = name() {
            nodes += 1
            skipSpace()
            guard nodes <= XML.maximumNodes, take("=") else { return nil }
            skipSpace()
            guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") || bytes[place] == UInt8(ascii: "'") else {
                return nil
            }
            let quote = bytes[place]
            place += 1
            guard let value = text(upTo: quote), place < bytes.count else { return nil }
            place += 1
            members.append(Datum.Member("@" + name.local, .text(value)))
            skipSpace()
        }
        return members
    }

    /// What stands in an element up to its end tag, whose `</` is taken: the text, and the children by name.
    private mutating func content(into members: inout [Datum.Member], depth: Int) -> String? {
        var text = ""
        var children: [Datum.Member] = []
        while place < bytes.count {
            if take("</") {
                members += children.grouped
                return text
            }
            if take("<!--") {
                guard skip(behind: "-->") else { return nil }
            } else if take("<![CDATA[") {
                let start = place
                guard skip(behind: "]]>") else { return nil }
                text += String(decoding: bytes[start..<place - 3], as: UTF8.self)
            } else if take("<?") {
                guard skip(behind: "?>") else { return nil }
            } else if bytes[place] == UInt8(ascii: "<") {
                guard let child = element(depth: depth + 1) else { return nil }
                children.append(Datum.Member(child.name, child.value))
            } else {
                guard let more = self.text(upTo: UInt8(ascii: "<")) else { return nil }
                text += more
            }
        }
        return nil
    }

    /// Text with its references replaced; an unknown reference makes the document unreadable.
    private mutating func text(upTo end: UInt8) -> String? {
        var units: [UInt8] = []
        while place < bytes.count, bytes[place] != end {
            let byte = bytes[place]
            place += 1
            guard byte == UInt8(ascii: "&") else {
                units.append(byte)
                continue
            }
            guard let scalar = reference() else { return nil }
            units.append(contentsOf: String(Character(scalar)).utf8)
        }
        return String(decoding: units, as: UTF8.self)
    }

    /// The character of `&name;`, `&#10;` or `&#xA;` (sections 4.1 and 4.6).
    private mutating func reference() -> Unicode.Scalar? {
        let start = place
        while place < bytes.count, place - start < 10, bytes[place] != UInt8(ascii: ";") { place += 1 }
        guard place < bytes.count, bytes[place] == UInt8(ascii: ";") else { return nil }
        let name = String(decoding: bytes[start..<place], as: UTF8.self)
        place += 1
        switch name {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "quot": return "\""
        case "apos": return "'"
        default:
            guard name.hasPrefix("#") else { return nil }
            let isHexadecimal = name.hasPrefix("#x")
            return UInt32(name.dropFirst(isHexadecimal ? 2 : 1), radix: isHexadecimal ? 16 : 10)
                .flatMap { Unicode.Scalar($0) }
        }
    }
}

extension [Datum.Member] {
    /// Children of one name as a list, which stands where the first of them stood.
    fileprivate var grouped: [Datum.Member] {
        guard count > 1 else { return self }
        var places: [String: Int] = [:]
        var groups: [(name: String, values: [Datum])] = []
        for child in self {
            if let place = places[child.key] {
                groups[place].values.append(child.value)
            } else {
                places[child.key] = groups.count
                groups.append((child.key, [child.value]))
            }
        }
        return groups.map { Datum.Member($0.name, $0.values.count == 1 ? $0.values[0] : .list($0.values)) }
    }
}
