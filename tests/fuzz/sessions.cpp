// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>

#include "app/session/session_json.h"
#include "model/decoding/intervention.h"
#include "tests/fuzz/targets.h"
#include "tests/support/traces.h"

namespace fuzz {

namespace {

app::SavedSession read(const nlohmann::ordered_json &json) {
    const model::JsonValue top(json);
    app::sessionModelFromJson(top);
    const auto &model = *support::tinyModel();
    app::SavedSession session = app::sessionFromJson(top, model);
    if (session.reference.kind == app::ReferenceKind::pinned) {
        session.reference.interventions = app::pinnedFromJson(top, model);
    }
    return session;
}

}  // namespace

void readSessionText(std::string_view bytes) {
    try {
        const app::SavedSession session = read(model::parseJson(bytes, app::deepestSession));
        require(session.history.at >= 0 &&
                    session.history.at < static_cast<int>(session.history.steps.size()),
                "a step of the history is in view");
        const nlohmann::ordered_json written = app::sessionToJson(session);
        const app::SavedSession again = read(written);
        require(again.sentence == session.sentence && again.model == session.model &&
                    again.history == session.history && again.reference == session.reference &&
                    again.layout == session.layout && again.views == session.views,
                "what is written is read back");
        require(app::sessionToJson(again) == written, "it is written as before");
    } catch (const model::JsonError &) {
    } catch (const model::InterventionError &) {
    }
}

std::vector<std::string> sessionTexts() {
    const std::string model = R"({"file": "attention", "tensors": "00ff"})";
    const std::string end =
        R"("moment": {"stage": "softmax", "index": 1, "fraction": 0.25},
            "selection": {"source": 2, "step": 0, "vector": "decoder_state", "unit": 1},
            "window": {"layout": "AAEC", "views": {"heatmap": {"difference": true, "columns":
            ["posterior"], "scale": 1.5, "map": "viridis"}}}})";
    const std::string branch =
        R"({"name": "", "edits": ["Mute “noir”"], "interventions":
            {"format": "attention interventions 1", "every_step": {"muted": [1]}}})";
    return {R"({"format": "attention session 1", "sentence": "Le chat noir dort.", "model": )" +
                model + R"(, "history": {"at": 0, "steps": [{"done": "", "branches": []}]}, )" +
                end,
            R"({"format": "attention session 1", "sentence": "Il pleut.", "model": )" + model +
                R"(, "history": {"at": 1, "steps": [{"done": "", "branches": []}, {"done": "Mute",
                "branches": [)" +
                branch + R"(], "in_view": 0}]}, "reference": {"kind": "pinned", "sentence":
                "Le chat dort.", "model": )" +
                model + R"(, "interventions": {"format": "attention interventions 1"}}, )" + end};
}

}  // namespace fuzz
