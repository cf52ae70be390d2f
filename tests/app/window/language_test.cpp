// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QAction>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QMap>
#include <QMenu>
#include <QRegularExpression>
#include <QTest>
#include <QTranslator>

#include "tests/app/window/opened_window.h"
#include "tests/support/qt_test.h"

namespace {

/// A language in which every text is the English one in brackets.
class PseudoLanguage : public QTranslator {
  public:
    QString translate(const char *, const char *text, const char *, int) const override {
        return u'⟦' + QString::fromUtf8(text) + u'⟧';
    }
    bool isEmpty() const override { return false; }
};

/// Whether a text says something in a language: numbers, symbols and names of keys do not.
bool hasWords(const QString &text) {
    static const QRegularExpression word(QStringLiteral("[a-z]{2}"));
    return text.contains(word);
}

}  // namespace

/// What a user reads in the window, when the language changes while the program runs.
class WindowLanguageTest : public QObject {
    Q_OBJECT

  private:
    OpenedWindow opened_;
    PseudoLanguage pseudo_;

    /// The text of every action, control and label, by where it stands. Left out: what the user
    /// typed, the model said or a file holds.
    QMap<QString, QString> texts() const {
        QMap<QString, QString> texts;
        const auto note = [&texts](const QObject *object, const char *what, const QString &text) {
            static const QStringList data{
                QStringLiteral("sentence"),          QStringLiteral("sentenceEdit"),
                QStringLiteral("translation"),       QStringLiteral("model"),
                QStringLiteral("embeddingsList"),    QStringLiteral("translationWords"),
                QStringLiteral("translationCaption")};
            const bool isName = qstrcmp(what, "name") == 0 || qstrcmp(what, "placeholder") == 0;
            if (!text.isEmpty() && (isName || !data.contains(object->objectName())))
                texts[QStringLiteral("%1 %2 %3 %4")
                          .arg(QLatin1String(object->metaObject()->className()),
                               object->objectName(), QLatin1String(what))
                          .arg(quintptr(object))] = text;
        };
        for (const QAction *action : opened_.window()->findChildren<QAction *>())
            if (!action->isSeparator() && action->data().isNull())  // examples hold sentences
                note(action, "text", action->text());
        for (const QWidget *widget : opened_.window()->findChildren<QWidget *>()) {
            note(widget, "name", widget->accessibleName());
            note(widget, "tip", widget->toolTip());
            if (const auto *label = qobject_cast<const QLabel *>(widget))
                note(label, "text", label->text());
            if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
                note(button, "text", button->text());
            if (const auto *edit = qobject_cast<const QLineEdit *>(widget))
                note(edit, "placeholder", edit->placeholderText());
            if (const auto *menu = qobject_cast<const QMenu *>(widget))
                note(menu, "title", menu->title());
            if (qobject_cast<const QDockWidget *>(widget))
                note(widget, "title", widget->windowTitle());
            if (const auto *box = qobject_cast<const QComboBox *>(widget))
                for (int i = 0; i < box->count(); ++i)
                    note(box, qPrintable(QStringLiteral("item%1").arg(i)), box->itemText(i));
        }
        return texts;
    }

  private slots:
    void initTestCase() { opened_.useOwnSettings("attention-visualizer-language-test"); }
    void init() {
        opened_.open();
        opened_.translate(QStringLiteral("Le chat dort."));
    }
    void cleanup() {
        QCoreApplication::removeTranslator(&pseudo_);
        opened_.close();
    }

    void everyTextChangesWithTheLanguageAndBack();
};

void WindowLanguageTest::everyTextChangesWithTheLanguageAndBack() {
    const QMap<QString, QString> before = texts();
    QVERIFY(before.size() > 80);
    QCoreApplication::installTranslator(&pseudo_);
    QTRY_VERIFY(opened_.find<QAction>("openModel")->text().startsWith(u'⟦'));
    QCoreApplication::sendPostedEvents();
    const QMap<QString, QString> after = texts();
    QStringList untouched;
    for (auto text = after.begin(); text != after.end(); ++text)
        if (hasWords(text.value()) && !text.value().contains(u'⟦'))
            untouched.append(text.key() + QStringLiteral(": ") + text.value());
    QVERIFY2(untouched.isEmpty(), qPrintable(untouched.join(u'\n')));

    QCoreApplication::removeTranslator(&pseudo_);
    QTRY_VERIFY(!opened_.find<QAction>("openModel")->text().startsWith(u'⟦'));
    QCoreApplication::sendPostedEvents();
    const QMap<QString, QString> again = texts();
    for (auto text = again.begin(); text != again.end(); ++text)
        QVERIFY2(!text.value().contains(u'⟦'), qPrintable(text.key() + text.value()));
}

REGISTER_QT_TEST(WindowLanguageTest)
#include "window/language_test.moc"
