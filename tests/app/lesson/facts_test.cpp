// SPDX-License-Identifier: GPL-3.0-or-later
// What the lesson says of a translation, worked out here once more from the trace alone, for three
// sentences and every step.
#include "app/lesson/facts.h"

#include <QTest>
#include <cmath>

#include "app/session/session.h"
#include "model/decoding/encoder.h"
#include "model/decoding/translation.h"
#include "tests/support/qt_test.h"
#include "widgets/text/numbers.h"

namespace {

const char *sentences[] = {"La petite fille lit un livre bleu.",
                           "Mon voisin a acheté une vieille voiture rouge.",
                           "Elle n'a jamais mangé de poisson."};

QString percent(double share) {
    return widgets::percentage(share);
}

}  // namespace

class LessonFactsTest : public QObject {
    Q_OBJECT

  private:
    std::shared_ptr<const model::Model> attention_;
    std::shared_ptr<const model::Model> bottleneck_;
    app::LessonKnowledge known_;

    QString fact(const char *name, int step = 0) const {
        const auto found = app::factsAbout(known_, step)(QLatin1String(name));
        return found ? found->text : QStringLiteral("unknown");
    }
    /// Without the quotes around it.
    QString word(const char *name, int step = 0) const {
        return fact(name, step).remove(u'“').remove(u'”');
    }
    const model::Trace &trace() const { return *known_.trace; }
    QString sourceLabel(int j) const {
        return trace().source.isEnd(j) ? QStringLiteral("end")
                                       : QString::fromStdString(trace().source.label(j));
    }
    int top(int step) const {
        Eigen::Index best = 0;
        trace().step(step).weights.maxCoeff(&best);
        return static_cast<int>(best);
    }

  private slots:
    void initTestCase() {
        attention_ = app::modelReader(QStringLiteral("attention"))({});
        bottleneck_ = app::modelReader(QStringLiteral("bottleneck"))({});
    }
    void init() {
        QFETCH(const QString, sentence);
        known_ = app::knowledgeOf(attention_, bottleneck_, sentence.toStdString());
        known_.trace = known_.attention;
    }

    void sizesAndWords_data() { addSentences(); }
    void sizesAndWords();
    void weightsAndProbabilities_data() { addSentences(); }
    void weightsAndProbabilities();
    void patternsOfTheHeatmap_data() { addSentences(); }
    void patternsOfTheHeatmap();
    void annotationsAndTheirWords_data() { addSentences(); }
    void annotationsAndTheirWords();
    void posteriorAttention_data() { addSentences(); }
    void posteriorAttention();
    void otherAttention_data() { addSentences(); }
    void otherAttention();
    void everyFactIsKnownOfSomeStep_data() { addSentences(); }
    void everyFactIsKnownOfSomeStep();
    void withoutAttentionNothingIsMadeUp_data() { addSentences(); }
    void withoutAttentionNothingIsMadeUp();

  private:
    static void addSentences() {
        QTest::addColumn<QString>("sentence");
        for (const char *sentence : sentences)
            QTest::addRow("%s", sentence) << QString::fromUtf8(sentence);
    }
};

void LessonFactsTest::sizesAndWords() {
    const int length = trace().sourceLength();
    QCOMPARE(fact("pieces").toInt(), length);
    QCOMPARE(fact("wordPieces").toInt(), length - 1);
    QCOMPARE(fact("steps").toInt(), trace().targetLength());
    QCOMPARE(fact("annotationUnits").toInt(), int(trace().encoder->annotations.cols()));
    QCOMPARE(fact("annotationNumbers").toInt(), int(trace().encoder->annotations.size()));
    QCOMPARE(fact("embeddingSize").toInt(), int(trace().encoder->embeddings.cols()));
    QCOMPARE(fact("encoderUnits").toInt(), int(trace().encoder->forward().state.cols()));
    QCOMPARE(fact("stateUnits").toInt(), int(trace().step(0).cell.state.cols()));
    QCOMPARE(fact("sourceVocabulary").toInt(), attention_->source().size());
    QCOMPARE(fact("targetVocabulary").toInt(), attention_->target().size());
    QCOMPARE(fact("firstRow").toInt(), trace().source.token(0));
    QCOMPARE(word("sentence"), QString::fromStdString(trace().source.text()));
    QCOMPARE(word("translation"), QString::fromStdString(trace().translation));
    QCOMPARE(word("withAttention"), QString::fromStdString(trace().translation));
    QCOMPARE(word("withoutAttention"),
             QString::fromStdString(
                 model::translate({bottleneck_, trace().source.text()})->translation));
    QCOMPARE(word("word1"), sourceLabel(0));
    QCOMPARE(word("word2"), sourceLabel(1));
    QCOMPARE(word("lastWord"), sourceLabel(length - 2));
    QCOMPARE(word("end"), QStringLiteral("end"));
    QCOMPARE(word("firstOut"), QString::fromStdString(model::displayText(trace().target[0])));
    QCOMPARE(word("secondOut"), QString::fromStdString(model::displayText(trace().target[1])));
}

void LessonFactsTest::weightsAndProbabilities() {
    for (int i = 0; i < trace().targetLength(); ++i) {
        const model::StepTrace &step = trace().step(i);
        QCOMPARE(fact("step", i).toInt(), i + 1);
        QCOMPARE(fact("stepBefore", i).toInt(), i);
        // Softmax of the scores, once more.
        const model::Row shifted = (step.scores.array() - step.scores.maxCoeff()).exp();
        model::Row weights = shifted / shifted.sum();
        Eigen::Index best = 0;
        const float first = weights.maxCoeff(&best);
        QCOMPARE(word("top", i), sourceLabel(int(best)));
        QCOMPARE(fact("topWeight", i), percent(double(step.weights[best])));
        QVERIFY(std::abs(first - step.weights[best]) < 1e-4F);
        weights[best] = -1;
        weights.maxCoeff(&best);
        QCOMPARE(word("second", i), sourceLabel(int(best)));
        QCOMPARE(fact("secondWeight", i), percent(double(step.weights[best])));
        QCOMPARE(fact("topScore", i), widgets::signedNumber(double(step.scores.maxCoeff()), 2));
        QCOMPARE(fact("lowestScore", i), widgets::signedNumber(double(step.scores.minCoeff()), 2));
        QCOMPARE(fact("weightSum", i), widgets::exactText(1, 3));
        const double chosen = std::exp(double(trace().chosen(i).logProbability));
        QCOMPARE(fact("probability", i), percent(chosen));
        QCOMPARE(trace().choice(i).rank, 0);
        QCOMPARE(fact("runnerUpProbability", i),
                 percent(std::exp(double(step.candidates[1].logProbability))));
        if (i > 0)
            QCOMPARE(word("before", i),
                     QString::fromStdString(model::displayText(trace().target[size_t(i - 1)])));
    }
}

void LessonFactsTest::patternsOfTheHeatmap() {
    int jumps = 0;
    std::vector<int> rows(size_t(trace().sourceLength()), 0);
    for (int i = 0; i < trace().targetLength(); ++i) {
        ++rows[size_t(top(i))];
        if (i > 0) {
            jumps += top(i) < top(i - 1) ? 1 : 0;
            QCOMPARE(word("topBefore", i), sourceLabel(top(i - 1)));
        }
    }
    QCOMPARE(fact("jumpsBack").toInt(), jumps);
    // Of the learner's own sentence, which is the one in view here.
    QCOMPARE(fact("ownJumpsBack").toInt(), jumps);
    QCOMPARE(fact("ownPieces").toInt(), trace().sourceLength());
    const auto most = std::max_element(rows.begin(), rows.end());
    QCOMPARE(fact("fertileSteps").toInt(), *most);
    QCOMPARE(word("fertile"), sourceLabel(int(most - rows.begin())));
    for (int j = 0; j < trace().sourceLength(); ++j)
        QCOMPARE(fact("unattended").contains(u'“' + sourceLabel(j) + u'”'), rows[size_t(j)] == 0);
}

void LessonFactsTest::annotationsAndTheirWords() {
    const int length = trace().sourceLength();
    const auto pieces = trace().source.pieces();
    int own = 0;
    for (int j = 0; j + 1 < length; ++j) {
        double most = -1;
        int about = -1;
        for (int k = 0; k < length; ++k) {
            std::vector<model::Piece> others(pieces.begin(), pieces.end());
            others[size_t(k)].id = model::special::unknown;
            const auto without = model::encode(*attention_, {trace().source.text(), others});
            double squares = 0;
            for (int u = 0; u < without.annotations.cols(); ++u)
                squares += std::pow(
                    double(without.annotations(j, u)) - double(trace().encoder->annotations(j, u)),
                    2);
            if (squares > most) {
                most = squares;
                about = k;
            }
        }
        own += about == j ? 1 : 0;
        QVERIFY2(
            fact("aboutList")
                .contains(QStringLiteral("“%1” ← “%2”").arg(sourceLabel(j), sourceLabel(about))),
            qPrintable(fact("aboutList")));
    }
    QCOMPARE(fact("ownWords").toInt(), own);
    QVERIFY(own > length / 2);  // what the page says of annotations
}

void LessonFactsTest::posteriorAttention() {
    const model::Posterior posterior = model::posteriorAttention(trace());
    int agreements = 0;
    for (int i = 0; i < trace().targetLength(); ++i) {
        Eigen::Index best = 0;
        const auto weight = double(posterior.weights.row(i).maxCoeff(&best));
        QCOMPARE(word("posteriorTop", i), sourceLabel(int(best)));
        QCOMPARE(fact("posteriorWeight", i), percent(weight));
        QCOMPARE(fact("weightThere", i), percent(double(trace().step(i).weights[best])));
        QCOMPARE(fact("posteriorOfTop", i), percent(double(posterior.weights(i, top(i)))));
        agreements += best == top(i) ? 1 : 0;
    }
    QCOMPARE(fact("agreements").toInt(), agreements);
}

void LessonFactsTest::otherAttention() {
    // One step after the other, translated with that attention.
    int even = 0;
    int removed = 0;
    const auto words = trace().source.words();
    for (int i = 0; i < trace().targetLength(); ++i) {
        const auto changes = [&](const model::Intervention &intervention) {
            model::Translation translation(trace(), i, {{i, intervention}});
            translation.step();
            return translation.trace()->step(i).candidates[0].id !=
                   trace().step(i).candidates[0].id;
        };
        model::Intervention uniform;
        uniform.attention = model::pin::Uniform{};
        even += changes(uniform) ? 1 : 0;
        model::Intervention muted;
        const model::Word &word = words[size_t(model::wordOf(words, top(i)))];
        for (int j = word.firstPiece; j < word.firstPiece + word.pieceCount; ++j)
            muted.muted.insert(j);
        removed += changes(muted) ? 1 : 0;
    }
    QCOMPARE(fact("changedByEven").toInt(), even);
    QCOMPARE(fact("changedByRemoval").toInt(), removed);
    const int shuffled = fact("changedByShuffling").toInt();
    QVERIFY(shuffled >= 0 && shuffled <= trace().targetLength());
}

void LessonFactsTest::everyFactIsKnownOfSomeStep() {
    for (const QString &name : app::lessonFactNames()) {
        bool known = false;
        for (int i = 0; i < trace().targetLength(); ++i)
            known = known || app::factsAbout(known_, i)(name).has_value();
        QVERIFY2(known, qPrintable(name));
    }
    QVERIFY(!app::factsAbout(known_, 0)(QStringLiteral("nothing")));
}

void LessonFactsTest::withoutAttentionNothingIsMadeUp() {
    known_.trace = known_.bottleneck;
    for (const char *name :
         {"top", "topWeight", "second", "weightSum", "topScore", "jumpsBack", "fertile",
          "unattended", "posteriorTop", "agreements", "ownWords", "changedByEven"})
        QCOMPARE(fact(name), QStringLiteral("unknown"));
    QCOMPARE(word("translation"), QString::fromStdString(known_.bottleneck->translation));
    known_ = {};
    QCOMPARE(fact("pieces"), QStringLiteral("unknown"));
}

REGISTER_QT_TEST(LessonFactsTest)
#include "lesson/facts_test.moc"
