extension CheckRule {
    /// S: time, effects and shortcuts.
    static let sessions: [CheckRule] = [lostWay, slowScreen, noCopy, hurriedAnswer]
}
