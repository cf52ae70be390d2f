// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspector/panel.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QScrollBar>
#include <QTest>
#include <QTextBrowser>

#include "tests/support/events.h"
#include "tests/support/qt_test.h"
#include "tests/support/traces.h"
#include "widgets/drawing/theme.h"
#include "widgets/text/table.h"
#include "widgets/viewpoint/vectors.h"
#include "widgets/viewpoint/viewpoint.h"

using namespace widgets;

class InspectorPanelTest : public QObject {
    Q_OBJECT

  private slots:
    void init();
    void cleanup();
    void withoutASentenceItSaysWhatToDo();
    void whatIsHoveredComesBeforeWhatIsSelected();
    void withoutASelectionItFollowsTheStage();
    void aChangedNumberOfTheTraceArrives();
    void theLargestTermsAreListedAndAllOnRequest();
    void copyingGivesEveryTermWithItsExactNumber();
    void theTextCanBeSelectedAndCopied();
    void selectedTextIsThereUntilItIsCopied();
    void copiedTextReadsAsTheNumbersDo();
    void selectedTextSaysSoAndEscapeLetsGo();
    void aLinkKeepsTheFocusWhenItIsFollowed();
    void hoveringMovesNothing();
    void symbolsHaveTheirRolesColourInBothAppearances();
    void timelineKeysAreLeftAlone();
    void theBottleneckHasFormulasOfItsOwn();
    void whileHiddenItDoesNoWork();

  private:
    QTextBrowser *browser() { return panel_->findChild<QTextBrowser *>("inspectorText"); }
    QString text() { return browser()->toPlainText(); }
    /// Clicks the link whose address ends with `kind`.
    void clickLink(const QString &kind);

    std::shared_ptr<const model::Trace> trace_;
    std::unique_ptr<Viewpoint> viewpoint_;
    std::unique_ptr<InspectorPanel> panel_;
};

void InspectorPanelTest::init() {
    QApplication::setPalette(Theme::light().palette());
    trace_ = support::syntheticTrace(8, 6, 2);
    viewpoint_ = std::make_unique<Viewpoint>();
    viewpoint_->setTrace(trace_);
    panel_ = std::make_unique<InspectorPanel>(viewpoint_.get());
    panel_->resize(520, 260);
    panel_->show();
    QVERIFY(QTest::qWaitForWindowActive(panel_.get()));
}

void InspectorPanelTest::cleanup() {
    panel_.reset();
    viewpoint_.reset();
}

void InspectorPanelTest::clickLink(const QString &kind) {
    // The link's place on the screen: wherever the browser has an anchor of that address.
    for (int y = 0; y < browser()->viewport()->height(); y += 4) {
        for (int x = 0; x < browser()->viewport()->width(); x += 6) {
            if (browser()->anchorAt({x, y}).endsWith(kind)) {
                QTest::mouseClick(browser()->viewport(), Qt::LeftButton, {}, {x, y});
                return;
            }
        }
    }
    QFAIL("no such link");
}

void InspectorPanelTest::withoutASentenceItSaysWhatToDo() {
    QCOMPARE(panel_->accessibleName(), QString("Inspector"));
    QCOMPARE(panel_->message(), QString());
    viewpoint_->setTrace(nullptr);
    QVERIFY(panel_->message().startsWith("Type something above"));
    QCOMPARE(tsv(panel_->tables()), QString());
    QVERIFY(!panel_->hasTable());
    QVERIFY(panel_->parts().empty());
}

void InspectorPanelTest::whatIsHoveredComesBeforeWhatIsSelected() {
    viewpoint_->setSelected({.step = 1, .strip = Vector::context, .unit = 4});
    QCOMPARE(panel_->parts().front().symbol, QString("c<sub>2</sub>[5]"));
    viewpoint_->setHovered({.source = 2, .step = 3});
    QCOMPARE(panel_->parts().front().symbol, QString("α<sub>4,3</sub>"));
    QVERIFY(text().contains(QString::fromStdString("attention on")));
    viewpoint_->setHovered({});
    QCOMPARE(panel_->parts().front().symbol, QString("c<sub>2</sub>[5]"));
}

void InspectorPanelTest::withoutASelectionItFollowsTheStage() {
    const std::pair<Stage, QString> expected[] = {
        {Stage::embed, "embedding"},        {Stage::forward, "forwardState"},
        {Stage::backward, "backwardState"}, {Stage::score, "score"},
        {Stage::softmax, "weight"},         {Stage::context, "context"},
        {Stage::state, "decoderState"},     {Stage::word, "word"}};
    for (const auto &[stage, kind] : expected) {
        viewpoint_->setMoment({stage, 2, 1});
        QCOMPARE(panel_->parts().front().kind, kind);
        QVERIFY(!text().isEmpty());
    }
}

void InspectorPanelTest::aChangedNumberOfTheTraceArrives() {
    viewpoint_->setSelected({.source = 2, .step = 3});
    QVERIFY(!text().contains("0.40625"));
    auto changed = std::make_shared<model::Trace>(*trace_);
    auto step = std::make_shared<model::StepTrace>(*trace_->steps[3]);
    step->weights(2) = 0.40625F;
    changed->steps[3] = step;
    viewpoint_->setTrace(changed, true);
    QVERIFY(text().contains("= 0.40625"));
    QVERIFY(tsv(panel_->tables()).contains("α_4,3\t0.40625\n"));
}

void InspectorPanelTest::theLargestTermsAreListedAndAllOnRequest() {
    viewpoint_->setSelected({.source = 1, .step = 0});
    viewpoint_->setMoment({Stage::score, 0, 1});
    QCOMPARE(panel_->parts().front().kind, QString("score"));
    const auto lines = [this] { return text().count("tanh("); };
    const qsizetype few = lines();
    QVERIFY(few >= 5 && few < 12);
    clickLink("score");
    QVERIFY(panel_->expanded("score"));
    QVERIFY(lines() > 250);
    QVERIFY(text().contains("v[256]"));
    // It stays so for the next one that is looked at.
    viewpoint_->setSelected({.source = 2, .step = 0});
    QVERIFY(lines() > 250);
    panel_->setExpanded("score", false);
    QCOMPARE(lines(), few);
}

void InspectorPanelTest::copyingGivesEveryTermWithItsExactNumber() {
    viewpoint_->setSelected({.step = 2, .strip = Vector::context, .unit = 7});
    panel_->copyTable();
    const QStringList lines = QApplication::clipboard()->text().split('\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), trace_->sourceLength() + 2);
    QCOMPARE(lines[0], QString("quantity\tvalue"));
    QVERIFY(panel_->hasTable());
    QCOMPARE(lines[1].section('\t', 0, 0), QString("c_3[8]"));
    QCOMPARE(lines[1].section('\t', 1, 1).toFloat(), trace_->steps[2]->context(7));
    double sum = 0;
    for (qsizetype i = 2; i < lines.size(); ++i) {
        QVERIFY2(!lines[i].contains('<') && !lines[i].contains('&'), qPrintable(lines[i]));
        sum += lines[i].section('\t', 1, 1).toDouble();
    }
    QVERIFY(std::abs(sum - double(trace_->steps[2]->context(7))) < 1e-4);
}

void InspectorPanelTest::theTextCanBeSelectedAndCopied() {
    viewpoint_->setSelected({.source = 2, .step = 3});
    browser()->setFocus();
    QTest::keySequence(browser(), QKeySequence::SelectAll);
    QTest::keySequence(browser(), QKeySequence::Copy);
    QVERIFY(QApplication::clipboard()->text().contains("exp("));
}

void InspectorPanelTest::selectedTextIsThereUntilItIsCopied() {
    viewpoint_->setSelected({.source = 2, .step = 3});
    browser()->setFocus();
    QTest::keySequence(browser(), QKeySequence::SelectAll);
    const QString before = text();
    viewpoint_->setHovered({.source = 1, .strip = Vector::embedding, .unit = 3});
    viewpoint_->setMoment(endOfStep(1, viewpoint_->extent()));
    QCOMPARE(text(), before);
    QTest::keySequence(browser(), QKeySequence::Copy);
    QVERIFY(QApplication::clipboard()->text().contains("exp("));
    // A click ends it, and what is pointed at now is shown.
    QTest::mouseClick(browser()->viewport(), Qt::LeftButton, {}, {5, 5});
    QVERIFY(text() != before);
    // So does another translation, and whoever goes elsewhere.
    QTest::keySequence(browser(), QKeySequence::SelectAll);
    viewpoint_->setHovered({});
    viewpoint_->setTrace(support::syntheticTrace(4, 3, 5));
    QVERIFY(!browser()->textCursor().hasSelection());
    viewpoint_->setSelected({.source = 2, .step = 1});
    QTest::keySequence(browser(), QKeySequence::SelectAll);
    const QString score = text();
    viewpoint_->setSelected({.source = 1, .strip = Vector::embedding, .unit = 3});
    QCOMPARE(text(), score);
    browser()->clearFocus();
    QTRY_VERIFY(text() != score);
}

void InspectorPanelTest::copiedTextReadsAsTheNumbersDo() {
    auto changed = std::make_shared<model::Trace>(*trace_);
    auto step = std::make_shared<model::StepTrace>(*trace_->steps[3]);
    step->scores(1) = -11.5F;
    changed->steps[3] = step;
    viewpoint_->setTrace(changed, true);
    viewpoint_->setSelected({.source = 1, .step = 3});
    panel_->setExpanded("weight", true);
    browser()->setFocus();
    QTest::keySequence(browser(), QKeySequence::SelectAll);
    QTest::keySequence(browser(), QKeySequence::Copy);
    const QString copied = QApplication::clipboard()->text();
    QVERIFY2(copied.contains(QString("1.01·10^−5")), qPrintable(copied));
    QVERIFY(copied.startsWith(QString("α_4,2 = ")));
    QVERIFY(text().contains("show"));
    QVERIFY(!copied.contains("show"));
}

void InspectorPanelTest::selectedTextSaysSoAndEscapeLetsGo() {
    auto *notice = panel_->findChild<QLabel *>("inspectorNotice");
    viewpoint_->setSelected({.source = 2, .step = 3});
    browser()->setFocus();
    QVERIFY(!notice->isVisible());
    QVERIFY(!support::claimsKey(*browser(), Qt::Key_Escape));
    QTest::keySequence(browser(), QKeySequence::SelectAll);
    QVERIFY(notice->isVisible());
    QVERIFY(notice->text().contains("Escape"));
    const QString before = text();
    viewpoint_->setHovered({.source = 1, .strip = Vector::embedding, .unit = 3});
    QCOMPARE(text(), before);
    QVERIFY(support::claimsKey(*browser(), Qt::Key_Escape));
    QTest::keyClick(browser(), Qt::Key_Escape);
    QVERIFY(text() != before);
    QVERIFY(!browser()->textCursor().hasSelection());
    QVERIFY(!notice->isVisible());
}

void InspectorPanelTest::aLinkKeepsTheFocusWhenItIsFollowed() {
    viewpoint_->setSelected({.source = 1, .step = 0});
    browser()->setFocus();
    const auto link = [this] { return browser()->textCursor().charFormat().anchorHref(); };
    QTest::keyClick(browser(), Qt::Key_Tab);
    QTest::keyClick(browser(), Qt::Key_Tab);
    const QString second = link();
    QVERIFY(!second.isEmpty());
    const QString few = text();
    QTest::keyClick(browser(), Qt::Key_Return);
    QVERIFY(text() != few);
    QCOMPARE(link(), second);
    QTest::keyClick(browser(), Qt::Key_Return);
    QCOMPARE(text(), few);
    QCOMPARE(link(), second);
}

void InspectorPanelTest::hoveringMovesNothing() {
    viewpoint_->setSelected({.source = 1, .step = 0});
    panel_->setExpanded("score", true);
    const QRect place = browser()->viewport()->geometry();
    browser()->verticalScrollBar()->setValue(150);
    for (int j = 2; j < 6; ++j) {
        viewpoint_->setHovered({.source = j, .step = 0});
        QCOMPARE(browser()->verticalScrollBar()->value(), 150);
        QCOMPARE(browser()->viewport()->geometry(), place);
    }
    viewpoint_->setHovered({.source = 1, .strip = Vector::embedding, .unit = 3});
    QCOMPARE(browser()->viewport()->geometry(), place);
    QCOMPARE(browser()->verticalScrollBar()->value(), 0);
}

void InspectorPanelTest::symbolsHaveTheirRolesColourInBothAppearances() {
    viewpoint_->setSelected({.source = 2, .step = 3});
    for (const Theme *theme : {&Theme::light(), &Theme::darkTheme()}) {
        QApplication::setPalette(theme->palette());
        QTRY_VERIFY(browser()->toHtml().contains(theme->role(Role::attention).name()));
        QVERIFY(contrast(theme->role(Role::attention), panel_->palette().color(QPalette::Base)) >
                4.5);
        QVERIFY(contrast(browser()->palette().color(QPalette::Text),
                         browser()->palette().color(QPalette::Base)) > 7);
    }
}

void InspectorPanelTest::timelineKeysAreLeftAlone() {
    browser()->setFocus();
    for (const int key : {Qt::Key_Space, Qt::Key_Left, Qt::Key_Right, Qt::Key_Home, Qt::Key_End}) {
        QVERIFY(!support::claimsKey(*browser(), key));
    }
    QVERIFY(support::claimsKey(*browser(), Qt::Key_C, Qt::ControlModifier));
}

void InspectorPanelTest::theBottleneckHasFormulasOfItsOwn() {
    const auto trace = support::tinyTrace("Où dort le chat noir ?", "tiny_bottleneck");
    viewpoint_->setTrace(trace);
    viewpoint_->setMoment({Stage::score, 1, 1});
    QVERIFY(text().contains("without attention"));
    QVERIFY(!text().contains(QString("α")));
    viewpoint_->setSelected({.step = 1, .strip = Vector::context, .unit = 0});
    viewpoint_->setMoment(lastMoment(viewpoint_->extent()));
    QCOMPARE(*panel_->parts().front().value, trace->steps[1]->context(0));
}

void InspectorPanelTest::whileHiddenItDoesNoWork() {
    panel_->hide();
    viewpoint_->setSelected({.step = 1, .strip = Vector::context, .unit = 4});
    QVERIFY(panel_->parts().front().symbol != QString("c<sub>2</sub>[5]"));
    panel_->show();
    QCOMPARE(panel_->parts().front().symbol, QString("c<sub>2</sub>[5]"));
}

REGISTER_QT_TEST(InspectorPanelTest)
#include "inspector/panel_test.moc"
