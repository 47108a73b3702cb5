/// How long a pack keeps things, in months.
package struct RetentionSettings: Hashable, Sendable {
    /// After so long a silence a person is erased.
    package let people: Int
    /// What was said in conversations.
    package let transcripts: Int
    /// The texts of messages that are sent or given up.
    package let messages: Int
    /// What staff were told in cases, from when they were closed.
    package let cases: Int

    package init(people: Int = 24, transcripts: Int = 12, messages: Int = 12, cases: Int = 24) {
        self.people = people
        self.transcripts = transcripts
        self.messages = messages
        self.cases = cases
    }
}
