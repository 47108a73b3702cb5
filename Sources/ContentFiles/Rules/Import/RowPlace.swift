/// Where new rows go into the bytes of a rule's file: behind the last row that a figure has.
struct RowPlace {
    /// Before which byte.
    let offset: Int
    /// What stands before each new row.
    let lead: [UInt8]

    /// - Parameter values: The list of rows, read from this file.
    /// - Returns: nil where the list is not written in a way that a row can be added to.
    init?(behind values: YAML, in bytes: [UInt8]) {
        let lines = FileLines(bytes)
        guard let last = values.elements?.last, let start = lines.offset(of: values.position) else { return nil }
        switch bytes[start] {
        case UInt8(ascii: "-"):
            let line = lines.last(from: last.position.line - 1, indentedBeyond: values.position.column - 1)
            offset = lines.end(of: line)
            lead = bytes.lineEnd + Array((String(repeating: " ", count: values.position.column - 1) + "- ").utf8)
        case UInt8(ascii: "["):
            guard let row = lines.offset(of: last.position), let end = FlowScan(bytes).end(from: row) else {
                return nil
            }
            offset = end
            lead = Array(", ".utf8)
        default: return nil
        }
    }
}
