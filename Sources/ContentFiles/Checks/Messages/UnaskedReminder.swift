import Conversation

extension CheckRule {
    static let unaskedReminder = CheckRule(
        "unasked-reminder", "O01", .error, summary: "reminders go out without consent, or at night",
        reason: """
            A message that nobody asked for needs consent, and a phone that rings at night wakes a family that shares \
            it. 'consent: ...' of pack.yaml says who may be written to, 'quiet_hours' when nobody is. Many countries set \
            such hours by law: take those of yours.
            """
    ) { context in
        let settings = context.pack.settings
        guard let first = context.steps.first(where: { $0.step.verb.later != nil }) else { return [] }
        let consent = Finding(
            "reminders go to everybody: the pack does not say who has agreed", at: first.position("remind"),
            suggestion: "add to pack.yaml: consent: person.consent")
        let night = Finding(
            "reminders go out also at night: the pack has no quiet hours", at: first.position("remind"),
            suggestion: "add to pack.yaml: quiet_hours: 21:00-08:00")
        return (settings.consent == nil ? [consent] : []) + (settings.quietHours == nil ? [night] : [])
    }
}
