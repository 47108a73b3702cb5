extension Channel {
    /// A text without the channel's secrets in any of the forms requests carry them: as they are, percent-encoded
    /// (twice within a URL that is a field), as a form's value, in JSON or XML, in base 64, in hexadecimal and within
    /// HTTP's Basic scheme.
    ///
    /// - Parameter token: A token that the provider gave us, which is as secret as the settings.
    package func redacted(_ text: String, token: String? = nil) -> String {
        var shown = text
        for secret in settings.secrets + [gate.pathToken, token].compactMap(\.self) where !secret.isEmpty {
            for form in Set(Self.forms(of: secret)).sorted(by: { $0.utf8.count > $1.utf8.count }) {
                shown = shown.replacing(form, with: "***")
            }
        }
        return shown.redactingBasic
    }

    private static func forms(of secret: String) -> [String] {
        let bytes = Array(secret.utf8)
        let encoded = Percent.encode(secret)
        return [
            secret, encoded, encoded.replacing("%20", with: "+"), Percent.encode(encoded), JSON.escaped(secret),
            JSON.escaped(secret, style: .ascii), XML.escaped(secret),
            Base64.encode(bytes), Base64.encodeForURL(bytes), Hexadecimal.encode(bytes),
            Hexadecimal.encode(bytes).uppercased(), Percent.encode(Base64.encode(bytes)),
        ]
    }
}

extension String {
    /// The text with the name and password of an Authorization header taken out.
    fileprivate var redactingBasic: String {
        guard let scheme = firstRange(of: "Authorization: Basic ") else { return self }
        let end = self[scheme.upperBound...].firstIndex(where: \.isNewline) ?? endIndex
        return self[..<scheme.upperBound] + "***" + self[end...]
    }
}
