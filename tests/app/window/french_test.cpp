// SPDX-License-Identifier: GPL-3.0-or-later
// The window in French: chosen in the View menu while the program runs, and back.
#include <QAbstractButton>
#include <QAction>
#include <QContextMenuEvent>
#include <QDockWidget>
#include <QFileDialog>
#include <QGroupBox>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QRegularExpression>
#include <QSettings>
#include <QTabBar>
#include <QTextBrowser>
#include <QTimer>
#include <QTranslator>
#include <algorithm>

#include "app/export/dialog.h"
#include "app/help/help.h"
#include "app/help/keys_dialog.h"
#include "app/settings/language.h"
#include "app/settings/settings.h"
#include "app/window/lesson_wing.h"
#include "tests/app/window/opened_window.h"
#include "tests/app/window/when_opened.h"
#include "tests/support/events.h"
#include "tests/support/qt_test.h"
#include "widgets/panel/panel.h"
#include "widgets/unrolled/view.h"

using app::Language;

namespace {

/// Every text that a widget and what is in it show or say, by where it stands. Left out: what the
/// user typed, the models know, or a file is called.
QMap<QString, QString> textsOf(const QWidget &of) {
    static const QStringList data{QStringLiteral("sentenceEdit"), QStringLiteral("embeddingsList"),
                                  QStringLiteral("exportFile"), QStringLiteral("fileNameEdit"),
                                  QStringLiteral("model")};
    QMap<QString, QString> texts;
    const auto note = [&texts](const QObject &object, const char *what, const QString &text) {
        if (!text.isEmpty() && !text.startsWith(u'/') && !data.contains(object.objectName()) &&
            !object.objectName().startsWith(QLatin1String("translationWord")) &&
            !object.objectName().startsWith(QLatin1String("lessonChoice")))
            texts[QStringLiteral("%1 %2 %3 %4")
                      .arg(QLatin1String(object.metaObject()->className()), object.objectName(),
                           QLatin1String(what))
                      .arg(quintptr(&object))] = text;
    };
    for (const QAction *action : of.findChildren<QAction *>())
        if (!action->isSeparator() && action->data().isNull())  // examples hold sentences
            note(*action, "text", action->text());
    QList<QWidget *> widgets = of.findChildren<QWidget *>();
    widgets.append(const_cast<QWidget *>(&of));
    for (const QWidget *widget : widgets) {
        note(*widget, "name", widget->accessibleName());
        if (widget->objectName() != QLatin1String("translation"))
            note(*widget, "description", widget->accessibleDescription());
        note(*widget, "tip", widget->toolTip());
        note(*widget, "title", widget->windowTitle());
        note(*widget, "spoken", widget->property("spokenText").toString());
        // What is not in view is written when it comes into view.
        if (!qobject_cast<const QLabel *>(widget) || !widget->isHidden())
            note(*widget, "text", widget->property("text").toString());
        for (const char *property : {"placeholderText", "prefix", "suffix"})
            note(*widget, property, widget->property(property).toString());
        if (const auto *box = qobject_cast<const QComboBox *>(widget))
            for (int i = 0; i < box->count(); ++i)
                note(*box, qPrintable(QStringLiteral("item%1").arg(i)), box->itemText(i));
        if (const auto *bar = qobject_cast<const QTabBar *>(widget))
            for (int i = 0; i < bar->count(); ++i)
                note(*bar, qPrintable(QStringLiteral("tab%1").arg(i)), bar->tabText(i));
        if (const auto *menu = qobject_cast<const QMenu *>(widget))
            note(*menu, "menu", menu->title());
    }
    return texts;
}

}  // namespace

class FrenchTest : public QObject {
    Q_OBJECT

  private:
    OpenedWindow opened_;

    /// Chooses in the View menu, as the user does.
    void choose(const QString &code) {
        auto *menu = opened_.find<QMenu>("languageMenu");
        auto *view = qobject_cast<QMenu *>(menu->parentWidget());
        view->popup(opened_.window()->mapToGlobal(QPoint(10, 10)));
        QTRY_VERIFY(view->isVisible());
        support::chooseEntry(*view, *menu->menuAction());
        QTRY_VERIFY(menu->isVisible());
        for (QAction *action : menu->actions())
            if (action->data() == code)
                support::chooseEntry(*menu, *action);
        QTRY_VERIFY(!view->isVisible());
        QCoreApplication::sendPostedEvents();
    }
    /// A panel behind another catches up when it comes into view.
    void bringAllToFront() {
        for (auto *dock : opened_.openDocks()) {
            dock->raise();
            QTRY_VERIFY(!dock->visibleRegion().isEmpty());
            QCoreApplication::sendPostedEvents();
        }
    }
    QMap<QString, QString> windowTexts() {
        bringAllToFront();
        return textsOf(*opened_.window());
    }
    /// Those with words that are the same in both languages.
    static QStringList unchanged(const QMap<QString, QString> &english,
                                 const QMap<QString, QString> &french) {
        static const QRegularExpression word(QStringLiteral("[A-Za-z]{3}"));
        // Words of both languages, and what is in none.
        static const QSet<QString> both{"Scores",    "Softmax",  "score eᵢⱼ",   "softmax αᵢⱼ",
                                        "Options",   "Source",   "softmax",     "score",
                                        "attention", "bits",     "English",     "exp(e − max)",
                                        "OK",        "Menu",     "Type",        "LaTeX, pgfplots",
                                        "Orange",    "Viridis",  "Transparent", "Attention",
                                        "Branches",  "&Branches"};
        QStringList left;
        for (auto text = french.begin(); text != french.end(); ++text)
            if (text.value().contains(word) && english.value(text.key()) == text.value() &&
                !both.contains(text.value()))
                left.append(text.key() + QStringLiteral(": ") + text.value());
        return left;
    }

  private slots:
    void initTestCase() {
        opened_.useOwnSettings("attention-visualizer-french-test");
        app::applyLanguage(Language::english);
    }
    void init() {
        QSettings().clear();
        app::applyLanguage(Language::english);
        opened_.open();
        opened_.translate(QStringLiteral("Le chat noir dort."));
    }
    void cleanup() { opened_.close(); }

    void theViewMenuChangesEveryTextAndBack();
    void soItDoesThoseOfTheLessonAndTheLaboratory();
    void nothingThatTheUserDidIsLost();
    void numbersHaveTheSignsOfTheLanguage();
    void theChoiceIsRemembered();
    void dialogsAreInFrenchWithoutTheTranslationsOfQt();
    void aWindowLooksLikeOneThatBeganInTheLanguage();
};

void FrenchTest::theViewMenuChangesEveryTextAndBack() {
    opened_.window()->openLaboratory();
    const QMap<QString, QString> english = windowTexts();
    QVERIFY(english.size() > 200);
    choose(QStringLiteral("fr"));
    QCOMPARE(opened_.find<QAction>("openModel")->text(), QStringLiteral("&Ouvrir un modèle…"));
    QCOMPARE(opened_.window()->windowTitle(), QStringLiteral("Visualiseur d’attention"));
    QVERIFY(opened_.find<QComboBox>("model")->findText(
                QStringLiteral("goulot d’étranglement · fr → en")) >= 0);
    // The names of the vocabulary are collected anew, beside the window.
    const auto left = [this](const QMap<QString, QString> &before) {
        return unchanged(before, windowTexts()).join(u'\n');
    };
    QTRY_VERIFY2(left(english).isEmpty(), qPrintable(left(english)));
    const QMap<QString, QString> french = windowTexts();

    choose(QStringLiteral("en"));
    QTRY_VERIFY2(left(french).isEmpty(), qPrintable(left(french)));
}

void FrenchTest::soItDoesThoseOfTheLessonAndTheLaboratory() {
    opened_.window()->resize(1400, 900);
    opened_.window()->offerLesson();
    opened_.find<QAction>("lessonAction")->trigger();
    opened_.find<QAction>("lessonTeaching")->trigger();
    const auto &guide = *opened_.window()->lesson()->guide();
    QTRY_VERIFY_WITH_TIMEOUT(guide.knowledge().posterior && opened_.session()->upToDate(),
                             OpenedWindow::patience);
    opened_.find<QDockWidget>("lengthsDock")->toggleViewAction()->trigger();
    const QMap<QString, QString> english = windowTexts();
    choose(QStringLiteral("fr"));
    const auto left = [&] { return unchanged(english, windowTexts()).join(u'\n'); };
    QTRY_VERIFY2(left().isEmpty(), qPrintable(left()));
    opened_.find<QAction>("lessonTeaching")->trigger();
}

void FrenchTest::nothingThatTheUserDidIsLost() {
    QLineEdit &edit = *opened_.edit();
    edit.setSelection(3, 4);
    opened_.window()->resize(1100, 700);
    opened_.find<QDockWidget>("statesDock")->raise();
    opened_.find<QDockWidget>("contextDock")->setFloating(true);
    widgets::Viewpoint &viewpoint = *opened_.viewpoint();
    viewpoint.setMoment(widgets::endOfStep(1, viewpoint.extent()));
    widgets::Selection selected;
    selected.source = 2;
    viewpoint.setSelected(selected);
    opened_.find<QComboBox>("statesOrder")->setCurrentIndex(1);
    QCoreApplication::sendPostedEvents();
    const auto trace = viewpoint.trace();
    const widgets::Moment moment = viewpoint.moment();
    const QSize size = opened_.window()->size();
    for (const char *code : {"fr", "en"}) {
        choose(QLatin1String(code));
        QCOMPARE(edit.text(), QStringLiteral("Le chat noir dort."));
        QCOMPARE(edit.selectedText(), QStringLiteral("chat"));
        QCOMPARE(viewpoint.trace(), trace);
        QCOMPARE(viewpoint.moment(), moment);
        QCOMPARE(viewpoint.selected(), selected);
        QCOMPARE(opened_.window()->size(), size);
        QVERIFY(opened_.find<QDockWidget>("contextDock")->isFloating());
        QCOMPARE(opened_.find<QComboBox>("statesOrder")->currentIndex(), 1);
        QCOMPARE(opened_.session()->currentModel(), 0);
    }
}

void FrenchTest::numbersHaveTheSignsOfTheLanguage() {
    static const QRegularExpression point(QStringLiteral("\\d\\.\\d"));
    static const QRegularExpression comma(QStringLiteral("\\d,\\d"));
    const auto having = [this](const QRegularExpression &form) {
        QStringList found;
        const QMap<QString, QString> texts = windowTexts();
        for (auto text = texts.begin(); text != texts.end(); ++text)
            if (text.value().contains(form))
                found.append(text.key() + QStringLiteral(": ") + text.value());
        return found;
    };
    QVERIFY(having(comma).isEmpty());
    choose(QStringLiteral("fr"));
    QVERIFY(having(comma).size() > 5);
    const QStringList left = having(point);
    QVERIFY2(left.isEmpty(), qPrintable(left.join(u'\n')));
}

void FrenchTest::theChoiceIsRemembered() {
    QCOMPARE(app::rememberedLanguage(), Language::system);
    choose(QStringLiteral("fr"));
    QCOMPARE(app::rememberedLanguage(), Language::french);
    opened_.open();
    for (const QAction *action : opened_.find<QMenu>("languageMenu")->actions())
        QCOMPARE(action->isChecked(), action->data() == QStringLiteral("fr"));
    choose(QStringLiteral("system"));
    QCOMPARE(app::rememberedLanguage(), Language::system);
    QSettings().setValue("window/language", "xx");
    QCOMPARE(app::rememberedLanguage(), Language::system);
}

void FrenchTest::dialogsAreInFrenchWithoutTheTranslationsOfQt() {
    const auto dialogTexts = [this] {
        QList<QMap<QString, QString>> all;
        app::ExportDialog exported(opened_.viewpoint(), {}, "heatmap", nullptr);
        QFileDialog file;
        file.setOption(QFileDialog::DontUseNativeDialog);
        file.setAcceptMode(QFileDialog::AcceptSave);
        app::KeysDialog keys(nullptr);
        for (QDialog *dialog : std::initializer_list<QDialog *>{&exported, &file, &keys}) {
            dialog->show();
            QStringList texts;
            for (const QString &text : textsOf(*dialog))
                texts.append(text);
            QMap<QString, QString> byText;
            for (const QString &text : texts)
                byText[text] = text;
            all.append(byText);
        }
        QMap<QString, QString> about;
        const WhenOpened<QMessageBox> look([&](QMessageBox *box) {
            about[box->text()] = box->text();
            for (const QAbstractButton *button : box->buttons())
                about[button->text()] = button->text();
            box->accept();
        });
        app::showAbout(opened_.window(), opened_.session()->model().get());
        all.append(about);
        return all;
    };
    const auto english = dialogTexts();
    // As where Qt's own are not installed.
    app::applyLanguage(Language::english);
    QTranslator own;
    QVERIFY(own.load(QStringLiteral(":/translations/attention-visualizer_fr")));
    QCoreApplication::installTranslator(&own);
    const auto french = dialogTexts();
    QCoreApplication::removeTranslator(&own);
    for (qsizetype i = 0; i < english.size(); ++i) {
        const QStringList left = unchanged(english[i], french[i]);
        QVERIFY(english[i].size() > 2);
        QVERIFY2(left.isEmpty(), qPrintable(left.join(u'\n')));
    }
    QVERIFY(french.last().contains(QStringLiteral("Fermer")));
}

void FrenchTest::aWindowLooksLikeOneThatBeganInTheLanguage() {
    const auto picture = [this] {
        const auto panels = opened_.window()->findChildren<widgets::Panel *>();
        const auto settled = [](const widgets::Panel *panel) { return panel->settled(); };
        [&] { QTRY_VERIFY(std::ranges::all_of(panels, settled)); }();
        // A word that has just come is paler for a moment.
        opened_.find<widgets::UnrolledView>("unrolledView")->setAnimated(false);
        opened_.edit()->deselect();
        opened_.find<QWidget>("timelineTrack")->setFocus();
        QCoreApplication::sendPostedEvents();
        return opened_.window()->grab().toImage();
    };
    choose(QStringLiteral("fr"));
    const QImage changed = picture();
    opened_.open();
    opened_.translate(QStringLiteral("Le chat noir dort."));
    const QImage begun = picture();
    QCOMPARE(changed, begun);
}

REGISTER_QT_TEST(FrenchTest)
#include "window/french_test.moc"
