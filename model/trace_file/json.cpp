// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/trace_file/json.h"

#include <cmath>
#include <span>
#include <utility>

#include "model/decoding/intervention_file.h"
#include "model/numerics/digits.h"
#include "model/trace_file/arrays.h"

namespace model {
namespace {

/// With as many digits as a float needs: 0.1, not 0.10000000149011612.
Json numberOf(float value) {
    return std::isfinite(value) ? Json(widened(value)) : Json();
}

Json valueOf(float value) {
    return numberOf(value);
}
Json valueOf(std::int32_t value) {
    return value;
}
Json valueOf(const std::string &value) {
    return value;
}

/// Values of a shape as nested arrays, beginning at `at`, which moves on behind them.
template <class Values>
Json nested(const Values &values, std::span<const std::size_t> shape, std::size_t &at) {
    if (shape.empty()) {
        return valueOf(values[at++]);
    }
    Json result = Json::array();
    for (std::size_t i = 0; i < shape.front(); ++i) {
        result.push_back(nested(values, shape.subspan(1), at));
    }
    return result;
}

Json toJson(const Array &array) {
    return std::visit(
        [&](const auto &values) {
            std::size_t at = 0;
            return nested(values, array.shape, at);
        },
        array.values);
}

Json piecesToJson(std::span<const Piece> pieces) {
    Json result = Json::array();
    for (const Piece &piece : pieces) {
        result.push_back({{"id", piece.id},
                          {"piece", piece.text},
                          {"begin", piece.range.begin},
                          {"end", piece.range.end}});
    }
    return result;
}

Json cellsToJson(const Source &source) {
    Json result = Json::array();
    for (int position = 0; position < source.length(); ++position) {
        const scenes::Cell cell = source.cell(position);
        result.push_back({{"id", source.token(position)},
                          {"cell", source.label(position)},
                          {"x", cell.x},
                          {"y", cell.y},
                          {"size", cell.size}});
    }
    return result;
}

Json modelToJson(const Model &model) {
    const Configuration &configuration = model.configuration();
    Json result{{"architecture", toString(configuration.architecture)}};
    if (configuration.attends()) {
        result["score"] = toString(configuration.score);
    }
    for (const char *key : {"name", "source_language", "target_language"}) {
        result[key] = model.metadata(key);
    }
    return result;
}

/// What the decoder chose at each step, beside the piece itself.
void addChoices(Json &pieces, const Trace &trace, Numbers numbers) {
    for (std::size_t i = 0; i < trace.steps.size(); ++i) {
        const Choice &choice = trace.choices[i];
        Json &piece = pieces[i];
        piece["log_probability"] = numberOf(choice.candidate.logProbability);
        if (choice.withoutSource) {
            piece["log_probability_without_source"] = numberOf(*choice.withoutSource);
        }
        if (numbers == Numbers::attention) {
            // Only where it is so: most lines are of nothing that was decided.
            if (choice.forced) {
                piece["forced"] = true;
            }
            if (trace.steps[i]->weightsForced) {
                piece["weights_forced"] = true;
            }
            continue;
        }
        piece["rank"] = choice.rank;
        piece["forced"] = choice.forced;
        piece["weights_forced"] = trace.steps[i]->weightsForced;
        Json candidates = Json::array();
        for (const Candidate &candidate : trace.steps[i]->candidates) {
            candidates.push_back({{"id", candidate.id},
                                  {"piece", trace.model->target().piece(candidate.id)},
                                  {"log_probability", numberOf(candidate.logProbability)}});
        }
        piece["candidates"] = std::move(candidates);
    }
}

}  // namespace

Json toJson(const Row &row) {
    Json result = Json::array();
    for (const float value : row) {
        result.push_back(numberOf(value));
    }
    return result;
}

Json toJson(const Trace &trace, Numbers numbers) {
    Json result;
    if (numbers == Numbers::all) {
        result["format"] = "attention-trace 1";
        result["model"] = modelToJson(*trace.model);
        if (!trace.interventions.empty()) {
            result["interventions"] = Json::parse(interventionsToJson(trace.interventions));
        }
    }
    result["source"] = trace.source.text();
    result["translation"] = trace.translation;
    result["ended"] = trace.ending == Ending::endPiece;
    result["log_probability"] = trace.logProbability();
    if (trace.source.picture() == nullptr) {
        result["source_pieces"] = piecesToJson(trace.source.pieces());
    } else {
        result["source_cells"] = cellsToJson(trace.source);
    }
    result["target_pieces"] = piecesToJson(trace.target);
    addChoices(result["target_pieces"], trace, numbers);
    if (trace.hasAttention()) {
        Json scores = Json::array();
        Json weights = Json::array();
        for (const auto &step : trace.steps) {
            scores.push_back(toJson(step->scores));
            weights.push_back(toJson(step->weights));
        }
        result["scores"] = std::move(scores);
        result["weights"] = std::move(weights);
    }
    if (numbers == Numbers::all) {
        for (const Array &array : arraysOf(trace)) {
            result["arrays"][array.name] = toJson(array);
        }
    }
    return result;
}

std::string lineOf(const Json &json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace model
