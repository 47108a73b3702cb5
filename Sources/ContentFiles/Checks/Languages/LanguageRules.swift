extension CheckRule {
    /// L: the same in every language, in its own script.
    static let languages: [CheckRule] = [
        untranslated, translationLength, languageName, noLanguageChoice, scriptFallback, mixedScripts, nativeDigits,
    ]
}
