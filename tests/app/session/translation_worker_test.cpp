// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/translation_worker.h"

#include <QTest>
#include <atomic>
#include <future>
#include <latch>
#include <semaphore>
#include <thread>
#include <vector>

#include "model/error.h"
#include "tests/support/qt_test.h"
#include "tests/support/traces.h"

using app::TranslationWorker;
using Trace = std::shared_ptr<const model::Trace>;

namespace {

constexpr int patience = 30000;  // milliseconds; sanitizer builds are slow
constexpr std::chrono::milliseconds everyStep{0};

/// A clock that holds the worker up after the third step of its first translation, until it is told
/// to go on, and counts the steps.
class HoldingClock {
  public:
    TranslationWorker::Clock function() {
        return [this] {
            const int calls = ++calls_;  // the first is at the translation's beginning
            if (calls == 1 + heldAfter) {
                reached_.count_down();
                goOn_.wait();
            }
            return std::chrono::steady_clock::time_point();
        };
    }
    void waitUntilHeld() { reached_.wait(); }
    void letGo() { goOn_.count_down(); }
    int calls() const { return calls_; }

    static constexpr int heldAfter = 3;

  private:
    std::atomic<int> calls_ = 0;
    std::latch reached_{1};
    std::latch goOn_{1};
};

}  // namespace

/// The worker and its thread, with a tiny model.
class TranslationWorkerTest : public QObject {
    Q_OBJECT

  private:
    std::unique_ptr<TranslationWorker> worker_;
    std::vector<Trace> traces_;
    QStringList failures_;

    bool finished() const {
        return !traces_.empty() && traces_.back()->ending != model::Ending::running;
    }

  private slots:
    void init() {
        traces_.clear();
        failures_.clear();
        worker_ = std::make_unique<TranslationWorker>(nullptr, everyStep);
        connect(worker_.get(), &TranslationWorker::translated, this,
                [this](const Trace &trace) { traces_.push_back(trace); });
        connect(worker_.get(), &TranslationWorker::failed, this,
                [this](const QString &why) { failures_.append(why); });
    }

    void aTranslationGrowsStepByStep() {
        worker_->translate({support::tinyModel(), "le chat dort sur la chaise"});
        QTRY_VERIFY_WITH_TIMEOUT(finished(), patience);
        QCOMPARE(int(traces_.size()), traces_.back()->targetLength());
        for (std::size_t i = 0; i < traces_.size(); ++i) {
            QCOMPARE(traces_[i]->targetLength(), int(i) + 1);
            QCOMPARE(traces_[i]->steps[i], traces_.back()->steps[i]);  // shared, not copied
            QCOMPARE(traces_[i]->ending == model::Ending::running, i + 1 < traces_.size());
        }
        QVERIFY(failures_.isEmpty());
    }

    void theResultIsThatOfTheWholeSearch() {
        worker_->translate({support::tinyModel(), "le chat dort"});
        QTRY_VERIFY_WITH_TIMEOUT(finished(), patience);
        QCOMPARE(QString::fromStdString(traces_.back()->translation),
                 QString::fromStdString(support::tinyTrace("le chat dort")->translation));
    }

    void onlyTheLatestRequestIsHeardOf() {
        std::string longer = "le chat dort";
        for (int i = 0; i < 30; ++i)
            worker_->translate({support::tinyModel(), longer += " et le chat dort"});
        worker_->translate({support::tinyModel(), "le chat"});
        QTRY_VERIFY_WITH_TIMEOUT(finished(), patience);
        for (const Trace &trace : traces_)
            QCOMPARE(QString::fromStdString(trace->source.text()), QString("le chat"));
    }

    void whatWasQueuedBeforeANewerRequestIsDropped() {
        worker_->translate({support::tinyModel(), "le chat dort"});
        // Loading comes after it; by then its results wait in this thread's queue.
        std::promise<void> loading;
        worker_->load({}, [&](const std::stop_token &) {
            loading.set_value();
            return support::tinyModel();
        });
        loading.get_future().wait();
        worker_->translate({support::tinyModel(), "la chaise"});
        QTRY_VERIFY_WITH_TIMEOUT(finished(), patience);
        QCOMPARE(QString::fromStdString(traces_.front()->source.text()), QString("la chaise"));
    }

    void aCancelledTranslationIsNotHeardOf() {
        worker_->translate({support::tinyModel(), "le chat dort"});
        worker_->cancel();
        bool loaded = false;
        connect(worker_.get(), &TranslationWorker::loaded, this, [&] { loaded = true; });
        worker_->load({}, [](const std::stop_token &) { return support::tinyModel(); });
        QTRY_VERIFY_WITH_TIMEOUT(loaded, patience);
        QVERIFY(traces_.empty());
        QVERIFY(failures_.isEmpty());
    }

    void aCancelledTranslationTakesNoFurtherStep() {
        const std::string sentence = "le chat dort sur la chaise";
        QVERIFY(support::tinyTrace(sentence)->targetLength() > HoldingClock::heldAfter + 1);
        HoldingClock clock;
        TranslationWorker worker(nullptr, everyStep, clock.function());
        bool loaded = false;
        connect(&worker, &TranslationWorker::loaded, this, [&] { loaded = true; });
        worker.translate({support::tinyModel(), sentence});
        clock.waitUntilHeld();
        worker.cancel();
        clock.letGo();
        worker.load({}, [](const std::stop_token &) {
            return support::tinyModel();
        });  // comes after what is left of it
        QTRY_VERIFY_WITH_TIMEOUT(loaded, patience);
        QCOMPARE(clock.calls(), 1 + HoldingClock::heldAfter);
    }

    void aNewerRequestEndsTheOneUnderWayAfterItsStep() {
        const std::string sentence = "le chat dort sur la chaise";
        HoldingClock clock;
        TranslationWorker worker(nullptr, everyStep, clock.function());
        Trace last;
        connect(&worker, &TranslationWorker::translated, this,
                [&](const Trace &trace) { last = trace; });
        worker.translate({support::tinyModel(), sentence});
        clock.waitUntilHeld();
        worker.translate({support::tinyModel(), "le chat"});
        clock.letGo();
        QTRY_VERIFY_WITH_TIMEOUT(last && last->ending != model::Ending::running, patience);
        QCOMPARE(QString::fromStdString(last->source.text()), QString("le chat"));
        QCOMPARE(clock.calls(), 1 + HoldingClock::heldAfter + 1 + last->targetLength());
    }

    void whatCannotBeTranslatedFailsWithASentence() {
        worker_->translate({support::tinyModel(), "   "});
        QTRY_COMPARE_WITH_TIMEOUT(failures_.size(), 1, patience);
        QVERIFY(!failures_.first().isEmpty());
        QVERIFY(traces_.empty());
        worker_->translate({support::tinyModel(), "le chat"});
        QTRY_VERIFY_WITH_TIMEOUT(finished(), patience);  // and it goes on
    }

    void modelsAreLoadedInTurn() {
        QStringList heard;
        connect(worker_.get(), &TranslationWorker::loaded, this,
                [&](const QString &, const auto &model) {
                    heard.append(model == support::tinyModel() ? "tiny" : "another");
                });
        connect(worker_.get(), &TranslationWorker::loadFailed, this,
                [&](const QString &, const QString &why) { heard.append(why); });
        worker_->load({}, [](const std::stop_token &) { return support::tinyModel(); });
        worker_->load({}, [](const std::stop_token &) -> std::shared_ptr<const model::Model> {
            throw model::ModelFileError("No model there.");
        });
        worker_->load({}, [](const std::stop_token &) -> std::shared_ptr<const model::Model> {
            throw std::bad_alloc();
        });
        worker_->load({}, [](const std::stop_token &) { return support::tinyModel("tiny_dot"); });
        QTRY_COMPARE_WITH_TIMEOUT(heard,
                                  (QStringList{"tiny", "No model there.",
                                               "There is not enough memory for this.", "another"}),
                                  patience);
    }

    void itEndsAtOnceInTheMiddleOfWork() {
        std::string longest;
        for (int i = 0; i < 20; ++i)
            longest += "où est la chaise ? ";
        const int steps = support::tinyTrace(longest, "tiny_bottleneck")->targetLength();
        QVERIFY(steps > 100);
        HoldingClock clock;
        worker_ = std::make_unique<TranslationWorker>(nullptr, everyStep, clock.function());
        worker_->translate({support::tinyModel("tiny_bottleneck"), longest});
        clock.waitUntilHeld();
        std::atomic<bool> ending = false;
        const std::jthread goingOn([&] {
            ending.wait(false);
            clock.letGo();
        });
        ending = true;
        ending.notify_one();
        worker_.reset();
        QVERIFY2(clock.calls() < steps, qPrintable(QString::number(clock.calls())));
    }

    void itDoesNotWaitForAModelThatIsBeingRead() {
        std::promise<void> reading;
        bool stopped = false;
        worker_->load({}, [&](const std::stop_token &stop) -> std::shared_ptr<const model::Model> {
            std::binary_semaphore asked{0};
            const std::stop_callback onStop(stop, [&] { asked.release(); });
            reading.set_value();
            stopped = asked.try_acquire_for(std::chrono::milliseconds(patience));
            throw model::Cancelled();
        });
        reading.get_future().wait();
        worker_.reset();
        QVERIFY(stopped);
    }
};

REGISTER_GUILESS_QT_TEST(TranslationWorkerTest)
#include "session/translation_worker_test.moc"
