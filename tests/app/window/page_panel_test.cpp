// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/page_panel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

#include "tests/app/window/opened_window.h"
#include "tests/support/qt_test.h"

/// A text of several sentences, translated one by one in the window.
class PagePanelTest : public QObject {
    Q_OBJECT

  private:
    OpenedWindow opened_;
    const QString text_ = QStringLiteral("Un titre\nM. Petit dort. Il pleut !");
    const QStringList sentences_{"Un titre", "M. Petit dort.", "Il pleut !"};

    app::PagePanel *panel() { return opened_.window()->header()->page(); }
    QPushButton *offer() { return panel()->offer(); }
    QTreeWidget *list() { return opened_.find<QTreeWidget>("pageSentences"); }
    QString translation() {
        return QString::fromStdString(opened_.viewpoint()->trace()->translation);
    }
    void paste(const QString &text) {
        opened_.edit()->setFocus();
        opened_.edit()->selectAll();
        QGuiApplication::clipboard()->setText(text);
        QTest::keyClick(opened_.edit(), Qt::Key_V, Qt::ControlModifier);
    }
    bool isShown(const QString &sentence) {
        const auto &trace = opened_.viewpoint()->trace();
        return opened_.session()->upToDate() &&
               QString::fromStdString(trace->source.text()) == sentence;
    }
    void openList() {
        paste(text_);
        QTRY_VERIFY(offer()->isVisible());
        QTest::mouseClick(offer(), Qt::LeftButton);
        QVERIFY(list()->isVisible());
    }

  private slots:
    void initTestCase() { opened_.useOwnSettings("attention-visualizer-page-test"); }
    void init() {
        QSettings().clear();  // no history whose list would open
        opened_.open();
    }
    void cleanup() { opened_.close(); }

    void severalSentencesAreOffered() {
        paste("Le chat dort.");
        QVERIFY(!offer()->isVisible());
        paste(text_);
        QVERIFY(offer()->isVisible());
        QCOMPARE(offer()->text(), QString("Translate as 3 &sentences"));
        QVERIFY(!list()->isVisible());
        QTest::keyClick(opened_.edit(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(opened_.edit(), Qt::Key_Delete);
        QVERIFY(!offer()->isVisible());
    }

    void eachSentenceIsListedWithItsTranslation() {
        openList();
        QVERIFY(!offer()->isVisible());
        QCOMPARE(list()->topLevelItemCount(), 3);
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(list()->topLevelItem(i)->text(0), sentences_[i]);
            QTRY_VERIFY_WITH_TIMEOUT(!list()->topLevelItem(i)->text(1).isEmpty(),
                                     OpenedWindow::patience);
        }
    }

    void theKeysChooseASentenceWithItsOwnTrace() {
        openList();
        QVERIFY(list()->hasFocus());
        QTRY_VERIFY_WITH_TIMEOUT(isShown(sentences_[0]), OpenedWindow::patience);
        for (int i = 1; i < 3; ++i) {
            QTest::keyClick(list(), Qt::Key_Down);
            QTRY_VERIFY_WITH_TIMEOUT(isShown(sentences_[i]), OpenedWindow::patience);
            QVERIFY(list()->hasFocus());
            QTRY_COMPARE_WITH_TIMEOUT(list()->topLevelItem(i)->text(1), translation(),
                                      OpenedWindow::patience);
        }
        QTest::keyClick(list(), Qt::Key_Home);
        QTRY_VERIFY_WITH_TIMEOUT(isShown(sentences_[0]), OpenedWindow::patience);
    }

    void aClickChoosesAgainWhatWasChanged() {
        openList();
        const QPoint second = list()->visualItemRect(list()->topLevelItem(1)).center();
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, second);
        QTRY_VERIFY_WITH_TIMEOUT(isShown(sentences_[1]), OpenedWindow::patience);
        QVERIFY(list()->topLevelItem(1)->isSelected());
        opened_.translate("Oui.");
        QVERIFY2(list()->selectedItems().isEmpty(), "what is shown is none of them");
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, second);
        QTRY_VERIFY_WITH_TIMEOUT(isShown(sentences_[1]), OpenedWindow::patience);
    }

    void theWholeTextComesBackWithItsLines() {
        openList();
        QTRY_VERIFY_WITH_TIMEOUT(isShown(sentences_[0]), OpenedWindow::patience);
        QTest::mouseClick(opened_.find<QPushButton>("wholeText"), Qt::LeftButton);
        QCOMPARE(opened_.edit()->text(), QString(text_).replace(u'\n', u' '));
        QVERIFY2(!offer()->isVisible(), "these sentences are listed");
        QTest::keyClick(list(), Qt::Key_Escape);
        QVERIFY(!list()->isVisible());
        QVERIFY(opened_.edit()->hasFocus());
        QVERIFY(offer()->isVisible());
        QCOMPARE(offer()->text(), QString("Translate as 3 &sentences"));
    }

    void anotherModelTranslatesThemAnew() {
        openList();
        QTRY_VERIFY_WITH_TIMEOUT(!list()->topLevelItem(2)->text(1).isEmpty(),
                                 OpenedWindow::patience);
        opened_.session()->selectModel(1);
        QTRY_COMPARE_WITH_TIMEOUT(opened_.session()->currentModel(), 1, OpenedWindow::patience);
        QTest::keyClick(list(), Qt::Key_End);
        QTRY_VERIFY_WITH_TIMEOUT(isShown(sentences_[2]), OpenedWindow::patience);
        QTRY_COMPARE_WITH_TIMEOUT(list()->topLevelItem(2)->text(1), translation(),
                                  OpenedWindow::patience);
    }

    void whatCannotBeTranslatedSaysSoAndTheRestGoesOn() {
        paste(QString("x").repeated(9000) + ". Il pleut.");
        QTest::mouseClick(offer(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(list()->topLevelItem(0)->text(1).contains("too long"),
                                 OpenedWindow::patience);
        QTRY_VERIFY_WITH_TIMEOUT(!list()->topLevelItem(1)->text(1).isEmpty(),
                                 OpenedWindow::patience);
        QVERIFY(!list()->topLevelItem(1)->text(1).contains("too long"));
    }

    void closingTheWindowWhileAPageIsTranslatedIsSafe() {
        paste(QString("Le chat noir dort sur la chaise rouge. ").repeated(300));
        QTest::mouseClick(offer(), Qt::LeftButton);
        QCOMPARE(list()->topLevelItemCount(), 300);
    }

    /// What is typed is told apart by the vocabulary that the program has.
    void aQuietLineTellsOfTextThatTheModelHasNotSeen() {
        auto *caption = opened_.find<QLabel>("translationCaption");
        const auto note = [&](const QString &sentence) {
            opened_.translate(sentence);
            return caption->text();
        };
        QVERIFY(note("🙂🙂").contains("has not seen signs alone"));
        QVERIFY(note("مرحبا بالعالم").contains("has not learned this alphabet"));
        QVERIFY(note("qsdfghjklmwxcvbnqsdfgh").contains("has not seen such words"));
        for (const char *sentence : {"Le chat dort 🙂", "Anticonstitutionnellement !", "Oui",
                                     "42", "Szymborska habite à Cracovie.", "NASA"})
            QVERIFY2(note(sentence).startsWith("greedy"), sentence);
    }
};

REGISTER_QT_TEST(PagePanelTest)
#include "window/page_panel_test.moc"
