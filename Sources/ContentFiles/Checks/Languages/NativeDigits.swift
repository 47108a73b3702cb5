extension CheckRule {
    static let nativeDigits = CheckRule(
        "native-digits", "L09", .error, summary: "a text asks for digits that the keypad does not have",
        reason: """
            Answers are understood in all digits, but the keys of phones show 0 to 9, so a label or a help text shows those. \
            The number of an option is put before its label by the gateway; it is never written into the label.
            """
    ) { context in
        context.versions.compactMap { version in
            let asks: Bool =
                switch version.text.role {
                case .option, .listed, .retry, .builtIn: true
                case .menu, .ask, .said, .end, .message, .note: false
                }
            guard asks, let place = version.wording.scalars.firstIndex(where: { !$0.isDigit && $0.isDecimalDigit })
            else {
                return nil
            }
            return Finding(
                "'\(version.wording.scalars[place])' is on no keypad", at: version.position(at: place),
                suggestion: "write 0 to 9")
        }
    }
}

extension Unicode.Scalar {
    fileprivate var isDecimalDigit: Bool { value > 0x7F && properties.numericType == .decimal }
}
