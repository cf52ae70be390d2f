// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panel/live_edit.h"

#include <QTest>
#include <vector>

#include "tests/support/qt_test.h"
#include "tests/support/traces.h"
#include "widgets/viewpoint/viewpoint.h"

using widgets::Edit;

class LiveEditTest : public QObject {
    Q_OBJECT

  private:
    std::shared_ptr<const model::Trace> plain_ = support::tinyTrace("le chat dort");
    widgets::Viewpoint viewpoint_;
    std::vector<Edit> asked_;

    Edit at(double temperature) const { return widgets::setTemperature(*plain_, 1, temperature); }
    void answer() {
        viewpoint_.setTrace(support::edited(*plain_, asked_.back().interventions), true, plain_);
    }

  private slots:
    void init() {
        viewpoint_.disconnect();
        viewpoint_.setTrace(plain_);
        asked_.clear();
        connect(&viewpoint_, &widgets::Viewpoint::asked, this,
                [this](const Edit &edit) { asked_.push_back(edit); });
    }

    void whatWasAskedForAlreadyIsNotWaitedFor() {
        widgets::LiveEdit live(&viewpoint_);
        QVERIFY(live.begin(1));
        live.want(at(2));
        QCOMPARE(asked_.size(), std::size_t{1});
        answer();
        live.want(at(2));  // which nobody answers once more
        QCOMPARE(asked_.size(), std::size_t{1});
        live.want(at(3));
        QCOMPARE(asked_.size(), std::size_t{2});
        QVERIFY(asked_.back().interventions == at(3).interventions);
    }

    void whatIsThereFromTheBeginningIsNotWaitedFor() {
        widgets::LiveEdit live(&viewpoint_);
        QVERIFY(live.begin(1));
        live.want({plain_->interventions, {}});
        QVERIFY(asked_.empty());
        live.want(at(2));
        QCOMPARE(asked_.size(), std::size_t{1});
    }

    void backAtWhatIsOnItsWayNothingMoreIsAskedFor() {
        widgets::LiveEdit live(&viewpoint_);
        QVERIFY(live.begin(1));
        live.want(at(2));
        live.want(at(3));
        live.want(at(2));
        answer();
        QCOMPARE(asked_.size(), std::size_t{1});
        live.want(at(4));
        QCOMPARE(asked_.size(), std::size_t{2});
        QVERIFY(asked_.back().gesture == asked_.front().gesture);
    }
};

REGISTER_QT_TEST(LiveEditTest)
#include "panel/live_edit_test.moc"
