/// A provider's file, compiled: how its requests are read and answered, and how messages are sent to it.
///
/// Everything a template names was found when the file was loaded, so a request can only fail by what stands in it.
package struct Adapter: Hashable, Sendable {
    /// What people use the provider's numbers for.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case sms, ussd
    }

    /// Where the text of a conversation goes, when a channel does not say.
    package enum ReplyWay: String, Hashable, Sendable, CaseIterable {
        /// Into the answer to the provider's request.
        case answer
        /// Into a request of our own.
        case request
    }

    /// The file's name, for example `twilio`.
    package let name: String
    package let kind: Kind
    /// What it is, in one sentence.
    package let summary: String?
    /// Where its facts come from.
    package let source: String?
    /// The settings a channel may give, in the order that templates number them.
    package let settings: [SettingDeclaration]
    package let limits: Limits
    package let routes: [Route]
    package let answers: [AnswerRule.Kind: AnswerRule]
    package let send: SendRule?
    /// The provider's account within its events' keys; without it each channel is an account of its own.
    package let account: Template?
    package let replyWay: ReplyWay
    package let examples: [Example]

    package init(
        name: String, kind: Kind, summary: String?, source: String?, settings: [SettingDeclaration], limits: Limits,
        routes: [Route], answers: [AnswerRule.Kind: AnswerRule], send: SendRule?, account: Template?,
        replyWay: ReplyWay,
        examples: [Example]
    ) {
        self.name = name
        self.kind = kind
        self.summary = summary
        self.source = source
        self.settings = settings
        self.limits = limits
        self.routes = routes
        self.answers = answers
        self.send = send
        self.account = account
        self.replyWay = replyWay
        self.examples = examples
    }

    /// Whether the text of a conversation can go that way.
    package func canReply(by way: ReplyWay) -> Bool {
        switch (way, kind) {
        case (.request, _): send != nil
        case (.answer, .sms): answers[.reply] != nil
        case (.answer, .ussd): answers[.continue] != nil && answers[.end] != nil
        }
    }

    /// Whether some route is found by its path.
    var hasPaths: Bool { routes.contains { $0.path != nil } }

    /// The route of a name or alias.
    package func route(named name: String) -> Route? {
        routes.first { $0.name == name || $0.aliases.contains(name) }
    }
}

/// What a provider allows.
package struct Limits: Hashable, Sendable {
    /// What a provider counts.
    package enum Charset: String, Hashable, Sendable, CaseIterable {
        /// Septets of GSM-7; of other characters as many as fit the same octets, which is not half of them.
        case gsm7
        /// UTF-16 units, whatever the characters are.
        case ucs2
    }

    /// The most characters of a screen or message.
    package let characters: Int?
    /// What its characters are.
    package let charset: Charset?
    /// Seconds within which it wants an answer.
    package let replyWithin: Int?
    /// How fast it takes requests, where its document says so.
    package let rate: SendRate?

    package init(characters: Int?, charset: Charset?, replyWithin: Int?, rate: SendRate?) {
        self.rate = rate
        self.characters = characters
        self.charset = charset
        self.replyWithin = replyWithin
    }
}
