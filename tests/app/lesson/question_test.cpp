// SPDX-License-Identifier: GPL-3.0-or-later
// What a class is asked, and what is hidden from it until the answer.
#include "app/lesson/question.h"

#include <QRadioButton>
#include <QTest>

#include "app/lesson/question_box.h"
#include "app/session/veil.h"
#include "tests/support/qt_test.h"
#include "tests/support/traces.h"
#include "widgets/text/piece_label.h"
#include "widgets/viewpoint/vectors.h"

using widgets::Moment;
using widgets::Stage;

class LessonQuestionTest : public QObject {
    Q_OBJECT

  private:
    std::shared_ptr<const model::Trace> trace_ = support::syntheticTrace(6, 5);
    widgets::Extent extent_ = widgets::extentOf(*trace_);

    app::LessonQuestion ask(Stage stage, int step) const {
        return app::questionAt(*trace_, widgets::momentAt(
                                            widgets::position({stage, step, 0}, extent_), extent_))
            .value();
    }
    QString source(int position) const { return widgets::positionLabel(trace_->source, position); }

  private slots:
    void answersAreThoseOfTheTrace() {
        for (int i = 0; i < trace_->targetLength(); ++i) {
            const int top = widgets::mostAttended(*trace_, i);
            const app::LessonQuestion softmax = ask(Stage::softmax, i);
            QCOMPARE(softmax.choices[softmax.right], source(top));
            QCOMPARE(softmax.reveal, (Moment{Stage::softmax, i, 1}));
            QVERIFY(softmax.answer.contains(source(top)));
            Eigen::Index best = 0;
            trace_->step(i).scores.maxCoeff(&best);
            const app::LessonQuestion score = ask(Stage::score, i);
            QCOMPARE(score.choices[score.right], source(int(best)));
            const float weight = trace_->step(i).weights.maxCoeff();
            QCOMPARE(ask(Stage::context, i).right,
                     int(weight >= .25F) + int(weight >= .5F) + int(weight >= .75F));
            const app::LessonQuestion word = ask(Stage::word, i);
            QCOMPARE(word.choices[word.right],
                     widgets::vocabularyLabel(trace_->model->target(), trace_->chosen(i).id));
            QVERIFY(word.choices.size() >= 2);
        }
        for (int j = 0; j < trace_->sourceLength(); ++j) {
            const app::LessonQuestion read = ask(Stage::forward, j);
            QCOMPARE(read.choices[read.right], source(j));
            const app::LessonQuestion back = ask(Stage::backward, j);
            QCOMPARE(back.choices[back.right], source(trace_->sourceLength() - 1 - j));
        }
    }

    void everyMomentButTheEndHasOneAndRevealingLeadsOn() {
        Moment moment{};
        int asked = 0;
        while (const auto question = app::questionAt(*trace_, moment)) {
            ++asked;
            QVERIFY(question->choices.size() >= 2 && question->choices.size() <= 4);
            QVERIFY(question->right >= 0 && question->right < question->choices.size());
            QVERIFY(widgets::position(question->reveal, extent_) >
                    widgets::position(moment, extent_));
            moment = question->reveal;
        }
        QCOMPARE(moment, widgets::lastMoment(extent_));
        // Three for each piece, all stages but the state for each word.
        QCOMPARE(asked, 3 * trace_->sourceLength() + 4 * trace_->targetLength());
    }

    void aVeiledTranslationEndsAtTheUnknownWord() {
        QCOMPARE(app::veiled(trace_, widgets::lastMoment(extent_)), trace_);
        for (int i = 0; i + 1 < trace_->targetLength(); ++i) {
            const auto before = app::veiled(trace_, {Stage::state, i, 1});
            QCOMPARE(before->targetLength(), i + 1);
            QCOMPARE(widgets::pieceLabel(before->target.back()), QStringLiteral("?"));
            QVERIFY(before->translation.ends_with("?"));
            QVERIFY(before->ending == model::Ending::running);
            QCOMPARE(before->steps[size_t(i)], trace_->steps[size_t(i)]);
            const auto after = app::veiled(trace_, widgets::endOfStep(i, extent_));
            QCOMPARE(after->targetLength(), i + 2);
            QCOMPARE(after->target[size_t(i)].text, trace_->target[size_t(i)].text);
        }
        QCOMPARE(app::veiled(trace_, {Stage::embed, 0, 1})->translation, std::string("?"));
    }

    void theVeilFollowsTimeAndTranslations() {
        widgets::Viewpoint viewpoint;
        app::Veil veil(&viewpoint);
        viewpoint.setTrace(trace_);
        viewpoint.setMoment({Stage::softmax, 1, 1});
        QCOMPARE(viewpoint.trace(), trace_);
        veil.setDrawn(true);
        QCOMPARE(viewpoint.trace()->targetLength(), 2);
        QCOMPARE(veil.whole(), trace_);
        QCOMPARE(viewpoint.moment(), (Moment{Stage::softmax, 1, 1}));
        viewpoint.setMoment(widgets::endOfStep(1, viewpoint.extent()));
        QCOMPARE(viewpoint.trace()->targetLength(), 3);
        viewpoint.setMoment({});
        QCOMPARE(viewpoint.trace()->targetLength(), 1);
        const auto other = support::syntheticTrace(4, 3, 7);
        viewpoint.setTrace(other);
        QCOMPARE(veil.whole(), other);
        viewpoint.setMoment({});
        QCOMPARE(viewpoint.trace()->targetLength(), 1);
        veil.setDrawn(false);
        QCOMPARE(viewpoint.trace(), other);
        viewpoint.setTrace(nullptr);
        veil.setDrawn(true);
        QVERIFY(!veil.whole());
    }

    void aGuessIsComparedWithTheAnswer() {
        widgets::Viewpoint viewpoint;
        app::Veil veil(&viewpoint);
        viewpoint.setTrace(trace_);
        veil.setDrawn(true);
        viewpoint.setMoment({Stage::state, 1, 1});
        QWidget window;
        app::LessonQuestionBox box(&veil, &viewpoint, &window);
        window.show();
        QCoreApplication::processEvents();
        QVERIFY(box.question() && !box.revealed());
        const app::LessonQuestion asked = *box.question();
        QCOMPARE(asked.reveal, widgets::endOfStep(1, extent_));
        const int wrong = asked.right == 0 ? 1 : 0;
        const auto click = [&](const QString &name) {
            auto *button = box.findChild<QAbstractButton *>(name);
            QVERIFY2(button, qPrintable(name));
            button->click();
        };
        click(QStringLiteral("lessonChoice%1").arg(wrong));
        QCOMPARE(viewpoint.trace()->targetLength(), 2);
        click(QStringLiteral("lessonReveal"));
        QVERIFY(box.revealed());
        QCOMPARE(viewpoint.moment(), asked.reveal);
        QCOMPARE(viewpoint.trace()->targetLength(), 3);
        const auto *answer = box.findChild<QLabel *>(QStringLiteral("lessonAnswer"));
        QVERIFY(answer->text().endsWith(asked.answer));
        QVERIFY(answer->text() != asked.answer);
        QCoreApplication::processEvents();
        QVERIFY(box.revealed());
        click(QStringLiteral("lessonAskNext"));
        QVERIFY(!box.revealed());
        QVERIFY(*box.question() != asked);
        viewpoint.setMoment(widgets::lastMoment(extent_));
        QCoreApplication::processEvents();
        viewpoint.setMoment(widgets::lastMoment(viewpoint.extent()));
    }
};

REGISTER_QT_TEST(LessonQuestionTest)
#include "lesson/question_test.moc"
