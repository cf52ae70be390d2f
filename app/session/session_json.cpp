// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/session_json.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "app/session/edits.h"
#include "model/decoding/intervention_json.h"
#include "widgets/text/language.h"

namespace app {
namespace {

using Json = nlohmann::ordered_json;
using model::JsonValue;
using model::Message;
using Members = std::initializer_list<std::string_view>;

/// What a value of an enumeration is called in the file.
template <class Value>
struct Word {
    Value value;
    const char *word;
};

constexpr auto stages = [] {
    std::array<Word<widgets::Stage>, widgets::stageNames.size()> words{};
    for (std::size_t i = 0; i < words.size(); ++i)
        words[i] = {static_cast<widgets::Stage>(i), widgets::stageNames[i]};
    return words;
}();
constexpr std::array<Word<widgets::Vector>, 7> vectors{
    {{widgets::Vector::embedding, "embedding"},
     {widgets::Vector::forwardState, "forward_state"},
     {widgets::Vector::backwardState, "backward_state"},
     {widgets::Vector::context, "context"},
     {widgets::Vector::initialState, "initial_state"},
     {widgets::Vector::decoderState, "decoder_state"},
     {widgets::Vector::targetEmbedding, "target_embedding"}}};

constexpr std::array<Word<ReferenceKind>, 3> referenceKinds{{{ReferenceKind::pinned, "pinned"},
                                                             {ReferenceKind::model, "model"},
                                                             {ReferenceKind::beam, "beam"}}};

template <class Value, std::size_t count>
Json wordFor(const std::array<Word<Value>, count> &words, Value value) {
    for (const Word<Value> &known : words)
        if (known.value == value)
            return known.word;
    return nullptr;
}

template <class Value, std::size_t count>
Value valueFor(const std::array<Word<Value>, count> &words, const JsonValue &json) {
    const std::string text = json.text();
    std::string expected;
    for (const Word<Value> &known : words) {
        if (text == known.word)
            return known.value;
        expected += (expected.empty() ? "" : ", ") + std::string(known.word);
    }
    json.refuse(Message(QT_TRANSLATE_NOOP("model", "one of %1"), expected));
}

void check(const JsonValue &json, Members members) {
    json.checkObject(std::span(members.begin(), members.size()));
}

QString textOf(const JsonValue &json) {
    return QString::fromStdString(json.text());
}

Json branchesToJson(const Branches &branches) {
    Json list = Json::array();
    for (const Branch &branch : branches.all) {
        Json edits = Json::array();
        for (const QString &edit : branch.edits)
            edits.push_back(edit.toStdString());
        list.push_back(
            {{"name", branch.name.toStdString()},
             {"edits", std::move(edits)},
             {"interventions", Json::parse(model::interventionsToJson(branch.interventions))}});
    }
    return list;
}

Json historyToJson(const History &history) {
    Json steps = Json::array();
    for (const History::Step &step : history.steps) {
        Json json{{"done", step.text.toStdString()}};
        if (step.branches.current >= 0)
            json["in_view"] = step.branches.current;
        json["branches"] = branchesToJson(step.branches);
        steps.push_back(std::move(json));
    }
    return {{"at", history.at}, {"steps", std::move(steps)}};
}

Branch branchFromJson(const JsonValue &json, const model::Model &model) {
    check(json, {"name", "edits", "interventions"});
    Branch branch;
    branch.name = textOf(json.at("name")).simplified();
    for (const JsonValue &edit : json.at("edits").elements())
        branch.edits.append(textOf(edit));
    if (branch.edits.isEmpty())
        json.at("edits").refuse(Message(QT_TRANSLATE_NOOP("model", "at least one edit")));
    branch.interventions =
        model::interventionsFromJson(json.at("interventions").json().dump(), model,
                                     widgets::quoted(branch.title()).toStdString());
    return branch;
}

History historyFromJson(const JsonValue &json, const model::Model &model) {
    check(json, {"at", "steps"});
    History history;
    history.steps.clear();
    for (const JsonValue &element : json.at("steps").elements()) {
        check(element, {"done", "in_view", "branches"});
        History::Step step;
        step.text = textOf(element.at("done"));
        for (const JsonValue &branch : element.at("branches").elements())
            step.branches.all.push_back(branchFromJson(branch, model));
        const int count = static_cast<int>(step.branches.all.size());
        if (element.has("in_view")) {
            if (count == 0)
                element.refuse(Message(QT_TRANSLATE_NOOP("model", "the branch that is in view")));
            step.branches.current = element.at("in_view").count(count - 1);
        }
        history.steps.push_back(std::move(step));
    }
    const auto steps = static_cast<int>(history.steps.size());
    if (steps < 1 || steps > Edits::longestHistory + 1)
        json.at("steps").refuse(
            Message(QT_TRANSLATE_NOOP("model", "from 1 to %1 steps"), Edits::longestHistory + 1));
    history.at = json.at("at").count(steps - 1);
    return history;
}

Json modelToJson(const SessionModel &model) {
    return {{"file", model.key.toStdString()}, {"tensors", model.hash.toStdString()}};
}

SessionModel modelFromJson(const JsonValue &json) {
    check(json, {"file", "tensors"});
    const SessionModel model{textOf(json.at("file")), textOf(json.at("tensors"))};
    if (model.key.isEmpty() || model.key.contains(QChar(u'\0')))
        json.at("file").refuse(Message(QT_TRANSLATE_NOOP("model", "the name of a model")));
    return model;
}

Json referenceToJson(const SavedReference &reference) {
    Json json{{"kind", wordFor(referenceKinds, reference.kind)}};
    if (reference.kind != ReferenceKind::beam)
        json["model"] = modelToJson(reference.model);
    if (reference.kind == ReferenceKind::pinned) {
        json["sentence"] = reference.sentence.toStdString();
        json["interventions"] = Json::parse(model::interventionsToJson(reference.interventions));
        if (!reference.name.isEmpty())
            json["name"] = reference.name.toStdString();
    }
    return json;
}

Json selectionToJson(const widgets::Selection &selection) {
    Json json = Json::object();
    if (selection.source >= 0)
        json["source"] = selection.source;
    if (selection.step >= 0)
        json["step"] = selection.step;
    if (selection.strip != widgets::Vector::none)
        json["vector"] = wordFor(vectors, selection.strip);
    if (selection.unit >= 0)
        json["unit"] = selection.unit;
    if (selection.piece >= 0)
        json["piece"] = selection.piece;
    if (selection.posterior)
        json["posterior"] = true;
    return json;
}

/// How many units a vector has.
int widthOf(widgets::Vector vector, const model::Configuration &sizes) {
    switch (vector) {
        case widgets::Vector::none:
            return 0;
        case widgets::Vector::embedding:
        case widgets::Vector::targetEmbedding:
            return sizes.embedding;
        case widgets::Vector::forwardState:
        case widgets::Vector::backwardState:
            return sizes.encoder;
        case widgets::Vector::context:
            return sizes.annotation();
        case widgets::Vector::initialState:
        case widgets::Vector::decoderState:
            return sizes.decoder;
    }
    return 0;
}

/// Nothing that the model does not have: the views take a selection for what exists.
widgets::Selection selectionFromJson(const JsonValue &json, const model::Configuration &sizes) {
    check(json, {"source", "step", "vector", "unit", "piece", "posterior"});
    const auto index = [&](const char *member, int count) {
        if (!json.has(member))
            return -1;
        if (count < 1)
            json.refuse(Message(QT_TRANSLATE_NOOP("model", "no \"%1\""), member));
        return json.at(member).count(count - 1);
    };
    widgets::Selection selection;
    if (json.has("vector"))
        selection.strip = valueFor(vectors, json.at("vector"));
    selection.source = index("source", JsonValue::largestCount);
    selection.step = index("step", JsonValue::largestCount);
    selection.unit = index("unit", widthOf(selection.strip, sizes));
    selection.piece = index("piece", sizes.targetVocabulary);
    selection.posterior = json.has("posterior") && json.at("posterior").boolean();
    const bool ofSource = widgets::isSourceVector(selection.strip);
    if (selection.strip != widgets::Vector::none &&
        selection.strip != widgets::Vector::initialState &&
        (ofSource ? selection.source : selection.step) < 0)
        json.refuse(Message(QT_TRANSLATE_NOOP("model", "a \"%1\" of the vector"),
                            ofSource ? "source" : "step"));
    return selection;
}

Json momentToJson(const widgets::Moment &moment) {
    return {{"stage", wordFor(stages, moment.stage)},
            {"index", moment.index},
            {"fraction", moment.fraction}};
}

widgets::Moment momentFromJson(const JsonValue &json) {
    check(json, {"stage", "index", "fraction"});
    widgets::Moment moment;
    moment.stage = valueFor(stages, json.at("stage"));
    moment.index = json.at("index").count();
    moment.fraction = json.at("fraction").real();
    if (moment.fraction < 0 || moment.fraction > 1)
        json.at("fraction").refuse(Message(QT_TRANSLATE_NOOP("model", "a number from 0 to 1")));
    return moment;
}

Json optionToJson(const QVariant &value) {
    switch (value.typeId()) {
        case QMetaType::Bool:
            return value.toBool();
        case QMetaType::QString:
            return value.toString().toStdString();
        case QMetaType::QStringList: {
            Json list = Json::array();
            for (const QString &text : value.toStringList())
                list.push_back(text.toStdString());
            return list;
        }
        default:
            return value.toDouble();
    }
}

QVariant optionFromJson(const JsonValue &json) {
    if (json.isBoolean())
        return json.boolean();
    if (json.isNumber())
        return json.real();
    if (json.isText())
        return textOf(json);
    QStringList list;
    for (const JsonValue &text : json.elements())
        list.append(textOf(text));
    return list;
}

Json windowToJson(const SavedSession &session) {
    Json views = Json::object();
    for (auto view = session.views.begin(); view != session.views.end(); ++view) {
        Json options = Json::object();
        for (auto option = view->begin(); option != view->end(); ++option)
            options[option.key().toStdString()] = optionToJson(option.value());
        views[view.key().toStdString()] = std::move(options);
    }
    return {{"views", std::move(views)}, {"layout", session.layout.toBase64().toStdString()}};
}

void windowFromJson(const JsonValue &json, SavedSession &session) {
    check(json, {"views", "layout"});
    for (const auto &[name, view] : json.at("views").members()) {
        QVariantMap options;
        for (const auto &[option, value] : view.members())
            options[QString::fromStdString(option)] = optionFromJson(value);
        session.views[QString::fromStdString(name)] = options;
    }
    const JsonValue layout = json.at("layout");
    const auto decoded = QByteArray::fromBase64Encoding(
        QByteArray::fromStdString(layout.text()),
        QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        layout.refuse(Message(QT_TRANSLATE_NOOP("model", "a text in Base64")));
    session.layout = *decoded;
}

QString sentenceFromJson(const JsonValue &json) {
    const QString sentence = textOf(json);
    const auto breaks = [](QChar character) {
        return character.category() == QChar::Other_Control ||
               character.category() == QChar::Separator_Line ||
               character.category() == QChar::Separator_Paragraph;
    };
    if (std::any_of(sentence.begin(), sentence.end(), breaks))
        json.refuse(Message(QT_TRANSLATE_NOOP("model", "a sentence on one line")));
    return sentence;
}

/// All but the interventions, which only the model of the reference can read.
SavedReference referenceFromJson(const JsonValue &json) {
    SavedReference reference;
    if (!json.json().is_object())
        json.refuse(Message("an object"));
    reference.kind = valueFor(referenceKinds, json.at("kind"));
    switch (reference.kind) {
        case ReferenceKind::pinned:
            check(json, {"kind", "model", "sentence", "interventions", "name"});
            if (json.has("name"))
                reference.name = textOf(json.at("name"));
            reference.sentence = sentenceFromJson(json.at("sentence"));
            if (reference.sentence.trimmed().isEmpty())
                json.at("sentence").refuse(Message(QT_TRANSLATE_NOOP("model", "a sentence")));
            json.at("interventions");
            break;
        case ReferenceKind::model:
            check(json, {"kind", "model"});
            break;
        default:
            check(json, {"kind"});
            return reference;
    }
    reference.model = modelFromJson(json.at("model"));
    return reference;
}

}  // namespace

Json sessionToJson(const SavedSession &session) {
    Json json{{"format", sessionFormat},
              {"sentence", session.sentence.toStdString()},
              {"model", modelToJson(session.model)},
              {"history", historyToJson(session.history)}};
    if (session.reference.kind != ReferenceKind::none)
        json["reference"] = referenceToJson(session.reference);
    json["moment"] = momentToJson(session.moment);
    json["selection"] = selectionToJson(session.selection);
    json["window"] = windowToJson(session);
    return json;
}

SessionModel sessionModelFromJson(const JsonValue &top) {
    if (!top.json().is_object())
        top.refuse(Message("an object"));
    const JsonValue format = top.at("format");
    if (!format.isText() || format.text() != sessionFormat)
        format.refuse(Message("\"%1\"", sessionFormat));
    return modelFromJson(top.at("model"));
}

SavedSession sessionFromJson(const JsonValue &top, const model::Model &model) {
    check(top,
          {"format", "sentence", "model", "history", "reference", "moment", "selection", "window"});
    SavedSession session;
    session.sentence = sentenceFromJson(top.at("sentence"));
    session.model = sessionModelFromJson(top);
    session.history = historyFromJson(top.at("history"), model);
    if (top.has("reference"))
        session.reference = referenceFromJson(top.at("reference"));
    session.moment = momentFromJson(top.at("moment"));
    session.selection = selectionFromJson(top.at("selection"), model.configuration());
    windowFromJson(top.at("window"), session);
    return session;
}

model::Interventions pinnedFromJson(const JsonValue &top, const model::Model &model) {
    const JsonValue json = top.at("reference").at("interventions");
    return model::interventionsFromJson(json.json().dump(), model, "reference");
}

}  // namespace app
