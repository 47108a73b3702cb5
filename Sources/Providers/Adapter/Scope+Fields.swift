import Expressions
import Telephony

extension Scope {
    /// Ids and codes longer than any provider's are refused.
    private static let maximumIdentifier = 256

    /// More bytes than a message has that fills all 255 parts of a joined SMS (3GPP TS 23.040, section 9.2.3.24.1) with
    /// characters of three bytes.
    private static let maximumText = 65_536

    /// What a person wrote, without control characters; nil when there is nothing. What is longer than any message is
    /// cut: refused it would only come again.
    func typed(_ template: Template) throws(FieldFault) -> String? {
        guard let text = try template.text(in: self) else { return nil }
        guard text.utf8.count > Self.maximumText else { return text.withoutControls }
        let (scalars, end) = (text.unicodeScalars, text.utf8.index(text.startIndex, offsetBy: Self.maximumText))
        // One step on and one back is the beginning of the character that the byte belongs to.
        return text[..<scalars.index(before: scalars.index(after: end))].description.withoutControls
    }

    func require(_ fields: [Template]) throws(FieldFault) {
        for field in fields where try !field.value(in: self).isPresent {
            throw FieldFault(detail: "\(field.name) is missing")
        }
    }

    /// A short text without control characters and line breaks; nil when there is none.
    func identifier(_ template: Template) throws(FieldFault) -> String? {
        guard let text = try template.text(in: self), !text.isEmpty else { return nil }
        guard text.utf8.count <= Self.maximumIdentifier else {
            throw FieldFault(detail: "\(template.name) is too long")
        }
        return text.headerValue
    }

    /// The id of a USSD session, which has to be there.
    func session(_ template: Template) throws(FieldFault) -> String {
        guard let session = try identifier(template) else { throw FieldFault(detail: "\(template.name) is missing") }
        return session
    }

    /// Who sent something, which has to make sense.
    func sender(_ template: Template) throws(FieldFault) -> Address {
        guard let text = try identifier(template) else { throw FieldFault(detail: "\(template.name) is missing") }
        guard let address = try? Address.parse(text, in: channel.country) else {
            throw FieldFault(detail: "\(template.name) is not a phone number, short code or sender name")
        }
        return address
    }

    /// A number or code that may be absent or in a notation of the provider's own.
    func address(_ template: Template) throws(FieldFault) -> Address? {
        guard let text = try identifier(template) else { return nil }
        return try? Address.parse(text, in: channel.country)
    }

    /// When the provider says that it happened. What cannot be read as a time is noted, and the time of arrival counts:
    /// a person's words must not be lost over a clock.
    func moment(_ template: Template, noting unread: inout [String]) -> Timestamp? {
        do throws(FieldFault) {
            guard let told = try template.text(in: self), !told.isEmpty else { return nil }
            if let moment = Timestamp(rfc3339: told) { return moment }
            unread.append("\(template.name) is not a time")
        } catch {
            unread.append(error.detail)
        }
        return now
    }
}
