/// A line of a table as CSV (RFC 4180) that spreadsheets open without harm: a field that they would compute stands behind an
/// apostrophe, as OWASP recommends (CSV Injection).
package struct SpreadsheetLine: Hashable, Sendable {
    /// The line with its end.
    package let text: String

    package init(_ fields: [String]) {
        text = fields.map { Self.field($0) }.joined(separator: ",") + "\r\n"
    }

    private static func field(_ field: String) -> String {
        let text = isComputed(field) ? "'" + field : field
        guard text.unicodeScalars.contains(where: { ["\"", ",", "\r", "\n"].contains($0) }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }

    /// Whether a spreadsheet would read more than a text or a number.
    private static func isComputed(_ field: String) -> Bool {
        guard let first = field.unicodeScalars.first, ["=", "+", "-", "@", "\t", "\r", "\n"].contains(first) else {
            return false
        }
        return first != "-" || Double(field) == nil
    }
}
