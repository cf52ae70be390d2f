// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/main_window.h"

#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include "app/export/dialog.h"
#include "app/settings/appearance.h"
#include "app/window/examples.h"
#include "app/window/header.h"
#include "tests/app/window/when_opened.h"
#include "tests/support/qt_test.h"
#include "widgets/timeline/view.h"

using app::Session;

namespace {

constexpr int patience = 30000;  // milliseconds; sanitizer builds are slow

}  // namespace

/// The whole window with the model that is built in, driven as the user does.
class MainWindowTest : public QObject {
    Q_OBJECT

  private:
    QTemporaryDir folder_;
    std::unique_ptr<Session> session_;
    std::unique_ptr<app::MainWindow> window_;

    QLineEdit *edit() { return window_->header()->sentence(); }
    widgets::Viewpoint *viewpoint() { return session_->viewpoint(); }
    widgets::TimelineView *timeline() { return window_->findChild<widgets::TimelineView *>(); }
    QString shown() {
        return viewpoint()->trace() ? QString::fromStdString(viewpoint()->trace()->source.text())
                                    : QString();
    }
    void open() {
        window_.reset();
        session_ = std::make_unique<Session>();
        window_ = std::make_unique<app::MainWindow>(session_.get());
        session_->openBuiltInModels();
        window_->show();
        QVERIFY(QTest::qWaitForWindowActive(window_.get()));
        QTRY_VERIFY_WITH_TIMEOUT(session_->model(), patience);
    }
    void translate(const QString &sentence) {
        window_->header()->sentence()->setSentence(sentence);
        QTRY_VERIFY_WITH_TIMEOUT(shown() == sentence && session_->state() == Session::State::shown,
                                 patience);
    }

  private slots:
    void initTestCase() {
        QVERIFY(folder_.isValid());
        QApplication::setOrganizationName("attention-visualizer-test");
        QApplication::setApplicationName("attention-visualizer-test");
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder_.path());
    }
    void init() {
        QSettings().clear();
        open();
    }
    void cleanup() {
        window_.reset();
        session_.reset();
    }

    void typingTranslates() {
        QVERIFY(edit()->hasFocus());
        QTest::keyClicks(edit(), "Je mange une pomme.");
        QTRY_COMPARE_WITH_TIMEOUT(shown(), QString("Je mange une pomme."), patience);
        QTRY_COMPARE_WITH_TIMEOUT(session_->state(), Session::State::shown, patience);
        QVERIFY(!viewpoint()->trace()->translation.empty());
        QCOMPARE(window_->header()->translation()->text(),
                 QString::fromStdString(viewpoint()->trace()->translation));
        QCOMPARE(viewpoint()->moment(), widgets::lastMoment(viewpoint()->extent()));
    }

    void typingWhileTranslatingCancelsAndNothingStaleShows() {
        translate("Bonjour.");
        QStringList seen;
        connect(viewpoint(), &widgets::Viewpoint::traceChanged, window_.get(),
                [&] { seen.append(shown()); });
        for (int i = 1; i < 20; ++i)
            session_->setSentence(QString("Le chat noir dort sur la chaise rouge. ").repeated(i));
        session_->setSentence("Le chat dort.");
        QTRY_VERIFY_WITH_TIMEOUT(
            shown() == "Le chat dort." && session_->state() == Session::State::shown, patience);
        seen.removeDuplicates();
        QCOMPARE(seen, QStringList{"Le chat dort."});
    }

    void reducedMotionIsRemembered() {
        const auto reduce = [this] { return window_->findChild<QAction *>("reduceMotion"); };
        const bool before = reduce()->isChecked();
        QCOMPARE(timeline()->player()->reducedMotion(), before);
        reduce()->trigger();
        QCOMPARE(timeline()->player()->reducedMotion(), !before);
        open();
        QCOMPARE(reduce()->isChecked(), !before);
        QCOMPARE(timeline()->player()->reducedMotion(), !before);
    }

    void whatIsChosenInAPanelIsThereAgainInTheNextRun() {
        const auto box = [this](const char *name) {
            return window_->findChild<QComboBox *>(QLatin1String(name));
        };
        QVERIFY(!QSettings().contains("states/order"));
        QTest::keyClick(box("statesOrder"), Qt::Key_Down);
        QTest::keyClick(box("speed"), Qt::Key_Up);
        QCOMPARE(box("statesOrder")->currentIndex(), 1);
        const QString speed = box("speed")->currentText();
        open();
        QCOMPARE(box("statesOrder")->currentIndex(), 1);
        QCOMPARE(box("statesQuantity")->currentIndex(), 0);
        QCOMPARE(box("speed")->currentText(), speed);
        QVERIFY(timeline()->player()->speed() < 1);
    }

    void clickingAnOutputWordMovesTheTime() {
        translate("Le chat noir dort sur la chaise rouge.");
        auto *word = window_->findChild<widgets::TranslationWord *>("translationWord1");
        QVERIFY(word && word->isVisible());
        QTest::mouseClick(word, Qt::LeftButton);
        const auto *words = window_->findChild<widgets::TranslationWords *>();
        QCOMPARE(viewpoint()->moment(),
                 widgets::endOfStep(words->words()[1].end - 1, viewpoint()->extent()));
    }

    void spaceIsTypedInTheSentenceAndPlaysElsewhere() {
        translate("Bonjour.");
        edit()->setFocus();
        edit()->setCursorPosition(edit()->text().size());
        QTest::keyClick(edit(), Qt::Key_Space);
        QCOMPARE(edit()->text(), QString("Bonjour. "));
        QVERIFY(!timeline()->player()->playing());
        QTRY_COMPARE_WITH_TIMEOUT(shown(), QString("Bonjour. "), patience);
        timeline()->track()->setFocus();
        QTest::keyClick(timeline()->track(), Qt::Key_Space);
        QVERIFY(timeline()->player()->playing());
        QTest::keyClick(window_->focusWidget(), Qt::Key_Space);
        QVERIFY(!timeline()->player()->playing());
    }

    void arrowsMoveTheCursorInTheSentenceAndTimeElsewhere() {
        translate("Bonjour.");
        edit()->setFocus();
        const widgets::Moment before = viewpoint()->moment();
        for (const Qt::Key key : {Qt::Key_Home, Qt::Key_Right, Qt::Key_Left, Qt::Key_End})
            QTest::keyClick(edit(), key);
        QTest::keyClick(edit(), Qt::Key_Left, Qt::ControlModifier);
        QTest::keyClick(edit(), Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(viewpoint()->moment(), before);
        timeline()->track()->setFocus();
        QTest::keyClick(timeline()->track(), Qt::Key_Home);
        QCOMPARE(viewpoint()->moment(), widgets::Moment{});
        QTest::keyClick(timeline()->track(), Qt::Key_Right);
        QCOMPARE(viewpoint()->moment(), (widgets::Moment{widgets::Stage::embed, 0, 1.0}));
        QTest::keyClick(timeline()->track(), Qt::Key_End);
        QCOMPARE(viewpoint()->moment(), widgets::lastMoment(viewpoint()->extent()));
    }

    void enterPlaysFromTheStartAndTypingPauses() {
        translate("Bonjour.");
        timeline()->player()->setLooping(true);  // of a word of the sentence before
        QTest::keyClick(edit(), Qt::Key_Return);
        QVERIFY(timeline()->player()->playing());
        QVERIFY(!timeline()->player()->looping());
        QVERIFY(!edit()->hasFocus());
        QVERIFY(viewpoint()->moment().reading());
        QTest::keyClick(window_.get(), Qt::Key_L, Qt::ControlModifier);
        QVERIFY(edit()->hasFocus());
        QTest::keyClicks(edit(), "Salut");
        QVERIFY(!timeline()->player()->playing());
    }

    void enterWhileTheTranslationIsUnderWayPlaysTheNewOne() {
        translate("Bonjour.");
        window_->header()->sentence()->remember();  // a history to drop down
        edit()->selectAll();
        QTest::keyClicks(edit(), "Le chat dort.");
        QTest::keyClick(edit(), Qt::Key_Return);
        QVERIFY(!QApplication::activePopupWidget());
        QCOMPARE(shown(), QString("Bonjour."));
        QVERIFY(!timeline()->player()->playing());
        QTRY_VERIFY_WITH_TIMEOUT(timeline()->player()->playing(), patience);
        QCOMPARE(shown(), QString("Le chat dort."));
        QVERIFY(viewpoint()->moment().reading());
    }

    void typingOnAfterEnterPlaysNothing() {
        translate("Bonjour.");
        edit()->end(false);
        QTest::keyClicks(edit(), "!");
        QTest::keyClick(edit(), Qt::Key_Return);
        QVERIFY(!QApplication::activePopupWidget());
        edit()->end(false);
        QTest::keyClicks(edit(), "!");
        QTRY_COMPARE_WITH_TIMEOUT(shown(), QString("Bonjour.!!"), patience);
        QCoreApplication::processEvents();
        QVERIFY(!timeline()->player()->playing());
    }

    void enterPressesTheButtonInFocus() {
        translate("Bonjour.");
        auto *back = window_->findChild<QToolButton *>("toStartButton");
        back->setFocus();
        QTest::keyClick(back, Qt::Key_Return);
        QCOMPARE(viewpoint()->moment(), widgets::Moment{});
        auto *button = window_->findChild<QPushButton *>("examples");
        button->setFocus();
        // The menu runs a loop of its own until it is closed.
        bool opened = false;
        QTimer poll;
        connect(&poll, &QTimer::timeout, button, [&] {
            if (QApplication::activePopupWidget() != button->menu())
                return;
            opened = true;
            QTest::keyClick(button->menu(), Qt::Key_Escape);
        });
        poll.start(10);
        QTest::keyClick(button, Qt::Key_Return);
        QTRY_VERIFY(opened);
    }

    void anExampleIsTranslatedAndRemembered() {
        const QString sentence =
            app::examplesOf(model::Use::translation, "fr").at(1).sentences.first();
        QAction *example = nullptr;
        for (QAction *action : window_->findChild<QMenu *>("examplesMenu")->actions())
            if (action->data().toString() == sentence)
                example = action;
        QVERIFY(example);
        example->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(shown(), sentence, patience);
        QCOMPARE(window_->header()->sentence()->history().first(), sentence);
        QCOMPARE(edit()->selectedText(), sentence);
    }

    void theHistoryIsRememberedLatestFirstAndWithoutRepeats() {
        for (const char *sentence : {"Un.", "Deux.", "Un."}) {
            edit()->setFocus();
            edit()->selectAll();
            QTest::keyClicks(edit(), sentence);
            QTest::keyClick(edit(), Qt::Key_Return);
        }
        const QStringList expected{"Un.", "Deux."};
        QCOMPARE(window_->header()->sentence()->history(), expected);
        open();
        QCOMPARE(window_->header()->sentence()->history(), expected);
        for (int i = 0; i < 120; ++i) {
            window_->header()->sentence()->setSentence(QString::number(i));
            window_->header()->sentence()->remember();
        }
        QCOMPARE(window_->header()->sentence()->history().size(),
                 int(app::SentenceField::historyLength));
    }

    void pastedLinesBecomeOne() {
        edit()->clear();
        edit()->insert("Le chat\ndort.\tBien\r\nsûr.");
        QVERIFY2(!edit()->text().contains(QChar('\n')) && !edit()->text().contains(QChar('\t')),
                 qPrintable(edit()->text()));
        QTRY_COMPARE_WITH_TIMEOUT(shown(), edit()->text(), patience);
    }

    void badInputGivesATranslationOrASentence_data() {
        QTest::addColumn<QString>("text");
        QTest::addRow("blanks") << QString("   \u00a0  ");
        QTest::addRow("one letter") << QString("a");
        QTest::addRow("300 words") << QString("chat ").repeated(300).trimmed();
        QTest::addRow("10,000 characters") << QString(10000, 'x');
        QTest::addRow("emoji") << QString("J'aime les 🐈 et les 👩‍👩‍👧.");
        QTest::addRow("Arabic") << QString("مرحبا بالعالم");
        QTest::addRow("control characters") << QStringLiteral("Le\u0007 chat\u0000 dort\u001b[0m.");
        QTest::addRow("half a surrogate") << QString(QChar(0xd83d));
        QTest::addRow("combining marks") << QString("e\u0301\u0301\u0301\u0301");
    }
    void badInputGivesATranslationOrASentence() {
        QFETCH(QString, text);
        edit()->clear();
        edit()->insert(text);
        const auto *line = window_->header()->translation();
        const auto state = [this] { return session_->state(); };
        if (text.trimmed().isEmpty())
            QVERIFY(state() == Session::State::empty);
        else
            QTRY_VERIFY_WITH_TIMEOUT(
                state() == Session::State::failed || state() == Session::State::shown, patience);
        QVERIFY(!line->text().isEmpty() || session_->state() == Session::State::shown);
        QVERIFY(!window_->grab().isNull());
        translate("Bonjour.");  // and it goes on
    }

    void anEmptyFieldSaysWhatToDo() {
        translate("Bonjour.");
        edit()->selectAll();
        QTest::keyClick(edit(), Qt::Key_Delete);
        QTRY_COMPARE(session_->state(), Session::State::empty);
        QVERIFY(!viewpoint()->trace());
        QVERIFY(window_->header()->translation()->text().contains("Type a French sentence"));
    }

    void enterInAnEmptyFieldStaysThere() {
        translate("Bonjour.");
        window_->header()->sentence()->remember();  // a history to drop down
        window_->header()->sentence()->setSentence({});
        QTRY_VERIFY(!viewpoint()->trace());
        edit()->setFocus();
        QTest::keyClick(edit(), Qt::Key_Return);
        QVERIFY(edit()->hasFocus());
        QVERIFY(!QApplication::activePopupWidget());
    }

    void theAppearanceCanBeChosenAndIsRemembered() {
        window_->findChild<QAction *>("appearanceDark")->trigger();
        QVERIFY(QApplication::palette().color(QPalette::Window).lightness() < 100);
        QCOMPARE(app::rememberedAppearance(), app::Appearance::dark);
        open();
        QVERIFY(window_->palette().color(QPalette::Window).lightness() < 100);
        QVERIFY(window_->findChild<QAction *>("appearanceDark")->isChecked());
        window_->findChild<QAction *>("appearanceLight")->trigger();
        QVERIFY(QApplication::palette().color(QPalette::Window).lightness() > 150);
    }

    void aStartInTheDarkIsWhatTheMenuShows() {
        app::applyAppearance(app::Appearance::dark);  // as --dark does
        open();
        QVERIFY(window_->findChild<QAction *>("appearanceDark")->isChecked());
        app::applyAppearance(app::Appearance::light);
    }

    void aNarrowModelBoxShowsTheLanguages() {
        auto *box = window_->findChild<QComboBox *>("model");
        const auto picture = [box](const QString &title) {
            box->setItemText(box->currentIndex(), title);
            return box->grab().toImage();
        };
        box->setMaximumWidth(box->minimumSizeHint().width());
        const QString name = "a model with a long name · fr → ";
        QTRY_VERIFY(box->width() < box->fontMetrics().horizontalAdvance(name));
        QVERIFY2(picture(name + "en") != picture(name + "de"), "the end is cut off");
    }

    void anExportSaysWhereItWasSaved() {
        translate("Bonjour.");
        auto *notice = window_->findChild<QLabel *>("notice");
        QVERIFY(!notice->isVisible());
        const QString file = folder_.filePath("picture.svg");
        const WhenOpened<app::ExportDialog> save([&file](app::ExportDialog *dialog) {
            if (dialog->file() != file)
                dialog->findChild<QLineEdit *>("exportFile")->setText(file);
            else
                dialog->accept();
        });
        window_->exportHeatmap();
        QVERIFY(QFile::exists(file));
        QVERIFY(notice->isVisible());
        QCOMPARE(notice->accessibleName(), "Saved as " + file + '.');
        QVERIFY(window_->rect().contains(
            QRect(notice->mapTo(window_.get(), QPoint()), notice->size())));
        QTest::mouseClick(notice, Qt::LeftButton);
        QVERIFY(!notice->isVisible());
    }

    void closingWhileTranslatingIsClean() {
        session_->setSentence(QString("Le chat noir dort sur la chaise rouge. ").repeated(12));
        window_.reset();
        session_.reset();  // joins the thread
        QVERIFY(!session_);
    }
};

REGISTER_QT_TEST(MainWindowTest)
#include "window/main_window_test.moc"
