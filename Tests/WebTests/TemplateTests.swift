import Expressions
import Gateway
import Storage
import Testing

@testable import Web

struct TemplateTests {
    @Test func `a text cannot become markup, whatever marks are combined with it`() throws {
        let name = "\"\u{301}<\u{338}b>&'\u{302} onload=x"
        let page = SignInPage(Self.visit(), typedName: name)
        let html = try ConsoleTemplates().render(page)
        #expect(html.contains("value=\"&quot;\u{301}&lt;\u{338}b&gt;&amp;&#39;\u{302} onload=x\""))
        #expect(!html.unicodeScalars.contains("\u{301}") || !html.contains("\"\u{301}"))
    }

    @Test func `no template has script, style or handlers of its own, and none shows a value as it is`() {
        for (name, template) in TextsTests.templates {
            #expect(!template.contains("{{{") && !template.contains("{{&"), "\(name)")
            #expect(template.firstMatch(of: /\son[a-z]+=|style="|<style|javascript:/) == nil, "\(name)")
            #expect(template.matches(of: /<script/).count == (name == "Frame" ? 1 : 0), "\(name)")
        }
    }

    @Test func `every form of a page carries the token, and every field has a label`() {
        for (name, template) in TextsTests.templates {
            let forms = template.matches(of: /<form method="post"/).count
            let tokens = template.matches(of: /name="form" value="\{\{frame\.form\}\}"/).count
            #expect(forms == tokens, "\(name)")
            for match in template.matches(of: /<(?:input|select|textarea) id="([^"]+)"/) {
                #expect(template.contains("<label for=\"\(match.output.1)\""), "\(name): \(match.output.1)")
            }
        }
    }

    @Test func `a page says its language, its problem and who has signed in`() throws {
        let page = SignInPage(Self.visit(.chinese), objection: "坏了")
        let html = try ConsoleTemplates().render(page)
        #expect(html.contains("<html lang=\"zh-Hans\">") && html.contains("<title>出错: 登录 – Waymark</title>"))
        #expect(html.contains("role=\"alert\"") && html.contains("<a href=\"#name\">坏了</a>"))
        #expect(!html.contains("sign-out"))
        let signedIn = try ConsoleTemplates().render(AccountPage(Self.visit(role: .support)))
        #expect(signedIn.contains("<span class=\"role\">Support</span>"))
        #expect(signedIn.contains("/console/sessions") && !signedIn.contains("/console/claims"))
        #expect(signedIn.contains("/console/outbox") && !signedIn.contains("/console/staff"))
    }

    @Test(arguments: [
        (nil, ConsoleLanguage.english), ("zh-CN,zh;q=0.9,en;q=0.8", .chinese), ("sw,en-GB;q=0.8,zh;q=0.5", .english),
        ("fr", .english),
    ])
    func `the browser's language counts until another is chosen`(header: String?, language: ConsoleLanguage) {
        #expect(ConsoleLanguage(accepted: header) == language)
    }

    private static func visit(_ language: ConsoleLanguage = .english, role: StaffRole? = nil) -> Visit {
        let signIn = role.map { role in
            SignIn(
                digest: [], staff: StaffID(rawValue: 1), name: "Mei", role: role, begunAt: .init(milliseconds: 0),
                seenAt: .init(milliseconds: 0))
        }
        return Visit(
            token: "token", isNew: false, signIn: signIn, language: language, isLanguageChosen: false, fields: [:],
            lists: [:], parameters: [:], page: "/console/account", address: "", authority: "")
    }
}
