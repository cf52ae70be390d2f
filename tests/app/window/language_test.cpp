// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QAction>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QMap>
#include <QMenu>
#include <QMessageBox>
#include <QRegularExpression>
#include <QTabBar>
#include <QTest>
#include <QTextBrowser>
#include <QTranslator>

#include "app/export/dialog.h"
#include "app/help/help.h"
#include "app/help/keys_dialog.h"
#include "tests/app/window/opened_window.h"
#include "tests/app/window/when_opened.h"
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
    static QMap<QString, QString> texts(const QWidget &of) {
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
        for (const QAction *action : of.findChildren<QAction *>())
            if (!action->isSeparator() && action->data().isNull())  // examples hold sentences
                note(action, "text", action->text());
        for (const QWidget *widget : of.findChildren<QWidget *>()) {
            // The words of the translation; Qt names the buttons of a bar of tabs once.
            if (widget->objectName().startsWith(QLatin1String("translationWord")) ||
                qobject_cast<const QTabBar *>(widget->parent()))
                continue;
            note(widget, "name", widget->accessibleName());
            note(widget, "tip", widget->toolTip());
            // (A panel behind another catches up when it comes into view.)
            if (const auto *label = qobject_cast<const QLabel *>(widget);
                label && !label->visibleRegion().isEmpty())
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

    /// What is not of the pseudo-language.
    static QStringList untranslated(const QWidget &of) {
        QStringList found;
        const QMap<QString, QString> all = texts(of);
        for (auto text = all.begin(); text != all.end(); ++text)
            if (hasWords(text.value()) && !text.value().contains(u'⟦'))
                found.append(text.key() + QStringLiteral(": ") + text.value());
        return found;
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
    void dialogsSpeakTheLanguageOfTheMoment();
    void theKeysAreTranslatedWhileTheirDialogIsOpen();
};

void WindowLanguageTest::everyTextChangesWithTheLanguageAndBack() {
    const QWidget &window = *opened_.window();
    opened_.window()->openLaboratory();
    QVERIFY(untranslated(window).size() > 80);
    // A panel behind another catches up when it comes into view.
    const auto bringToFront = [](QDockWidget *dock) {
        dock->raise();
        QTRY_VERIFY(!dock->visibleRegion().isEmpty());
        QCoreApplication::sendPostedEvents();
    };
    QCoreApplication::installTranslator(&pseudo_);
    QTRY_VERIFY(opened_.find<QAction>("openModel")->text().startsWith(u'⟦'));
    QCoreApplication::sendPostedEvents();
    for (auto *dock : opened_.openDocks())
        bringToFront(dock);
    for (auto *dock : opened_.openDocks()) {
        bringToFront(dock);
        const QStringList left = untranslated(window);
        QVERIFY2(left.isEmpty(), qPrintable(left.join(u'\n')));
    }

    QCoreApplication::removeTranslator(&pseudo_);
    QTRY_VERIFY(!opened_.find<QAction>("openModel")->text().startsWith(u'⟦'));
    QCoreApplication::sendPostedEvents();
    for (auto *dock : opened_.openDocks())
        bringToFront(dock);
    const QMap<QString, QString> again = texts(window);
    for (auto text = again.begin(); text != again.end(); ++text)
        QVERIFY2(!text.value().contains(u'⟦'), qPrintable(text.key() + text.value()));
}

void WindowLanguageTest::dialogsSpeakTheLanguageOfTheMoment() {
    QCoreApplication::installTranslator(&pseudo_);
    app::ExportDialog dialog(opened_.viewpoint(), {}, "heatmap", opened_.window());
    dialog.show();
    QVERIFY(dialog.windowTitle().contains(u'⟦'));
    QVERIFY(texts(dialog).size() > 10);
    const QStringList left = untranslated(dialog);
    QVERIFY2(left.isEmpty(), qPrintable(left.join(u'\n')));

    QString about;
    const WhenOpened<QMessageBox> look([&](QMessageBox *box) {
        about = box->text();
        box->accept();
    });
    app::showAbout(opened_.window(), opened_.session()->model().get());
    QVERIFY2(about.contains(u'⟦'), qPrintable(about));
}

void WindowLanguageTest::theKeysAreTranslatedWhileTheirDialogIsOpen() {
    app::KeysDialog::showFor(opened_.window());
    auto *dialog = opened_.window()->findChild<app::KeysDialog *>();
    QVERIFY(dialog);
    const auto *table = dialog->findChild<QTextBrowser *>();
    QVERIFY(!table->toPlainText().contains(u'⟦'));
    QCoreApplication::installTranslator(&pseudo_);
    QTRY_VERIFY(table->toPlainText().contains(u'⟦'));
    const QStringList left = untranslated(*dialog);
    QVERIFY2(left.isEmpty(), qPrintable(left.join(u'\n')));
    dialog->close();
}

REGISTER_QT_TEST(WindowLanguageTest)
#include "window/language_test.moc"
