/// What kind of value a template makes, as far as its file tells.
extension Template {
    /// Whether it can make a text; a list or group stands for none.
    package var canBeText: Bool { !makes { $0.isList || $0.isGroup } }

    /// Whether it can make a field of a form, which may be repeated; a group cannot.
    package var canBeField: Bool { !makes(\.isGroup) }

    /// Whether one of the values it may come to is of some kind.
    private func makes(_ isKind: (Template) -> Bool) -> Bool {
        switch self {
        case .choose(_, let then, let otherwise): then.makes(isKind) || otherwise.makes(isKind)
        case .pick(_, let cases, let otherwise):
            otherwise.makes(isKind) || cases.contains { $0.value.makes(isKind) }
        default: isKind(self)
        }
    }

    private var isList: Bool {
        switch self {
        case .list, .each, .counted, .constant(.list): true
        default: false
        }
    }

    private var isGroup: Bool {
        switch self {
        case .object, .copied, .constant(.object): true
        default: false
        }
    }

    /// The place of the setting that it is, whatever filters follow; nil when it is anything else.
    package var setting: Int? {
        switch self {
        case .path(let path): if case .setting(let place) = path.root { place } else { nil }
        case .filtered(let template, _): template.setting
        default: nil
        }
    }

    /// What its text begins with.
    package var beginning: Template {
        switch self {
        case .joined(let parts): parts.first?.beginning ?? self
        case .filtered(let template, _): template.beginning
        default: self
        }
    }

    /// The places of the settings that it reads.
    var settings: Set<Int> {
        switch self {
        case .constant: []
        case .path: setting.map { [$0] } ?? []
        case .filtered(let template, .digest(.hmac(_, let key))): template.settings.union(key.settings)
        case .filtered(let template, _): template.settings
        case .joined(let parts), .list(let parts): parts.reduce(into: []) { $0.formUnion($1.settings) }
        case .choose(_, let then, let otherwise): then.settings.union(otherwise.settings)
        case .pick(let subject, _, let otherwise): subject.settings.union(otherwise.settings)
        case .object(let members): members.reduce(into: []) { $0.formUnion($1.value.settings) }
        case .each(let list, let element), .counted(let list, let element): list.settings.union(element.settings)
        case .copied(let base, let members):
            members.reduce(into: base.settings) { $0.formUnion($1.value.settings) }
        }
    }
}
