package import Expressions

/// An SMS that is kept until a USSD dialogue is over.
package struct Hold: Hashable, Sendable {
    /// What it says, as far as it will be read.
    package let text: String
    /// When it is looked at again: the dialogue is over by then, if nothing more is heard of it.
    package let until: Timestamp

    package init(text: String, until: Timestamp) {
        self.text = text
        self.until = until
    }
}
