// SPDX-License-Identifier: GPL-3.0-or-later
// The links of the attention, from the annotations to the context vector, by real events and in
// pictures.
#include <QImage>
#include <QLabel>
#include <QMenu>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>
#include <algorithm>

#include "tests/support/qt_test.h"
#include "tests/support/traces.h"
#include "tests/widgets/unrolled/window.h"
#include "widgets/unrolled/view.h"

using widgets::Moment;
using widgets::Stage;

class UnrolledLinksTest : public QObject, protected UnrolledWindow {
    Q_OBJECT

  private:
    QImage linksRow() {
        const QRectF row = view_->places().row(widgets::UnrolledRow::links);
        return image().copy(QRectF(view_->toViewport(row.topLeft()), row.size()).toAlignedRect());
    }

  private slots:
    void init() {
        open();
        QVERIFY(QTest::qWaitForWindowActive(view_.get()));
    }
    void cleanup() { close(); }

    void linksBelowTheThresholdDisappear() {
        viewpoint_->setTrace(support::syntheticTrace(9, 9));
        const QSignalSpy changed(view_.get(), &widgets::UnrolledView::optionsChanged);
        // Menus come and go with the focus and the pointer; the links are what counts.
        const auto links = [this] {
            view_->clearFocus();
            viewpoint_->setHovered({});
            return linksRow();  // without the captions, which tell the threshold
        };
        const QImage before = links();
        QCOMPARE(view_->leastWeight(), 0.01);
        inMenu({300, 200}, [](QMenu *menu) {
            menu->findChild<QMenu *>("linksMenu")->actions().at(4)->trigger();
        });
        QCOMPARE(view_->leastWeight(), 0.2);
        QCOMPARE(changed.count(), 1);
        const QImage fewer = links();
        QVERIFY(fewer != before);
        inMenu({300, 200}, [](QMenu *menu) {
            QVERIFY(menu->findChild<QMenu *>("linksMenu")->actions().at(4)->isChecked());
            auto *links = menu->findChild<QMenu *>("linksMenu");
            menu->findChild<QSlider *>("leastWeight")->setValue(30);
            QCOMPARE(links->findChild<QLabel *>()->text(), QString("0.30"));
            for (const QAction *choice : links->actions())
                QVERIFY2(!choice->isChecked(), "no listed weight is chosen any longer");
            menu->findChild<QSlider *>("leastWeight")->setValue(1);
            QVERIFY(links->actions().at(1)->isChecked());
        });
        QCOMPARE(view_->leastWeight(), 0.01);
        QCOMPARE(links(), before);
        view_->setLeastWeight(7);
        QCOMPARE(view_->leastWeight(), 1.0);
    }

    /// How strongly the links in view are drawn: the largest difference from the picture without.
    int strength() {
        const QImage with = linksRow();
        const double least = view_->leastWeight();
        view_->setLeastWeight(1);
        const QImage without = linksRow();
        view_->setLeastWeight(least);
        int most = 0;
        for (int y = with.height() / 4; y < with.height() * 3 / 4; ++y)
            for (int x = 0; x < with.width(); ++x)
                most = std::max(most, qBlue(without.pixel(x, y)) - qBlue(with.pixel(x, y)));
        return most;
    }

    void linksOfLittleWeightAreFaintEvenIfTheyAreMarked() {
        const auto weighing = [](float weight) {
            return changed(support::syntheticTrace(9, 9), 0, [weight](auto &step) {
                step.weights.setZero();
                step.weights(2) = weight;
            });
        };
        view_->setLeastWeight(0);
        // At the first step, which shows no other's links.
        int before = 0;
        for (const float weight : {0.0F, 0.02F, 0.1F, 0.5F, 0.99F}) {
            viewpoint_->setTrace(weighing(weight));
            viewpoint_->setMoment(widgets::endOfStep(0, viewpoint_->extent()));
            QVERIFY2(
                strength() > before,
                qPrintable(
                    QString("%1: %2 after %3").arg(double(weight)).arg(strength()).arg(before)));
            before = strength();
        }
        viewpoint_->setTrace(weighing(0));
        viewpoint_->setMoment(widgets::endOfStep(0, viewpoint_->extent()));
        viewpoint_->setSelected({.source = 2});
        const QImage marked = image();
        viewpoint_->setTrace(weighing(0.99F), true);
        QVERIFY2(marked != image(), "a marked link of no weight is not drawn as a strong one");
    }

    void whatTheWordsBeforeAttendedToStaysPale() {
        const auto onlyTo = [](int step, int source) {
            return changed(support::syntheticTrace(9, 9), step, [source](auto &each) {
                each.weights.setZero();
                each.weights(source) = 1;
            });
        };
        const auto between = [this](int source, int step) {
            const QPointF middle = view_->places().thread(source, step).path(0.5).currentPosition();
            const QPoint at = view_->toViewport(middle).toPoint();
            int darkest = 255;
            for (int x = -2; x <= 2; ++x)
                darkest = std::min(darkest, qBlue(image().pixel(at + QPoint(x, 0))));
            return 255 - darkest;
        };
        viewpoint_->setTrace(onlyTo(1, 8));
        viewpoint_->setMoment(widgets::endOfStep(1, viewpoint_->extent()));
        const int inView = between(8, 1);
        viewpoint_->setMoment(widgets::endOfStep(5, viewpoint_->extent()));
        const int before = between(8, 1);
        viewpoint_->setMoment(widgets::endOfStep(0, viewpoint_->extent()));
        const int later = between(8, 1);
        QVERIFY2(later < 10, qPrintable(QString::number(later)));
        QVERIFY2(before > 60, qPrintable(QString::number(before)));
        QVERIFY2(inView > before + 60, qPrintable(QString::number(inView)));
    }

    void ofHundredsOfWordsInViewNoThreadsAreDrawn() {
        const auto drawsThreads = [this](int words, int step) {
            viewpoint_->setTrace(support::syntheticTrace(words, words));
            QTest::keyClick(view_->viewport(), Qt::Key_0, Qt::ControlModifier);  // all in view
            viewpoint_->setMoment({Stage::score, step, 0});  // no other links are
            view_->setLeastWeight(0.01);
            const QImage with = linksRow();
            view_->setLeastWeight(1);
            return linksRow() != with;
        };
        QVERIFY(drawsThreads(9, 4));
        QVERIFY(!drawsThreads(400, 200));
        QVERIFY2(view_->places().stepPitch() < 4,
                 qPrintable(QString::number(view_->places().stepPitch())));
    }

    void whileScoresAreComputedEveryAnnotationIsHandedOver() {
        viewpoint_->setTrace(support::syntheticTrace(9, 9));
        const auto links = [this](const Moment &moment) {
            viewpoint_->setMoment(moment);
            return linksRow();
        };
        const QImage nothing = links({Stage::score, 4, 0});
        const QImage half = links({Stage::score, 4, 0.5});
        const QImage all = links({Stage::score, 4, 1});
        QVERIFY(half != nothing);
        QVERIFY(all != half);
        // The left half of the columns is compared first.
        const QRect right(half.width() * 3 / 4, half.height() / 2, half.width() / 4,
                          half.height() / 4);
        QCOMPARE(half.copy(right), nothing.copy(right));
        QVERIFY(all.copy(right) != nothing.copy(right));
    }
};

REGISTER_QT_TEST(UnrolledLinksTest)
#include "unrolled/links_test.moc"
