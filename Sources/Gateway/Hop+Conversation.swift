import Conversation
import Providers

extension Conversation.Hop {
    /// The provider's hop as the conversation knows it.
    ///
    /// - Parameters:
    ///   - dialogue: The provider's name for the dialogue, as it may be kept.
    ///   - mark: Tells the request from others of its dialogue.
    init(_ hop: Providers.Hop, dialogue: String, mark: Int) {
        let input: Input =
            switch hop.input {
            case .latest(let text): .latest(text ?? "")
            case .accumulated(let text, let separator): .accumulated(text, separator: separator)
            }
        let begins: Bool? =
            switch hop.phase {
            case .begin: true
            case .continue: false
            case .unknown: nil
            }
        self.init(
            dialogue: dialogue, begins: begins, input: input, dialled: hop.dialled, mark: mark, lifetime: hop.lifetime)
    }
}
