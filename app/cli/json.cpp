// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/json.h"

#include "model/numerics/digits.h"

namespace cli {
namespace {

Json piecesToJson(std::span<const model::Piece> pieces) {
    Json result = Json::array();
    for (const model::Piece &piece : pieces) {
        result.push_back({{"id", piece.id},
                          {"piece", piece.text},
                          {"begin", piece.range.begin},
                          {"end", piece.range.end}});
    }
    return result;
}

}  // namespace

Json toJson(const model::Row &row) {
    Json result = Json::array();
    for (const float value : row) {
        result.push_back(model::widened(value));
    }
    return result;
}

Json toJson(const model::Trace &trace) {
    Json result{{"source", trace.source.text()},
                {"translation", trace.translation},
                {"ended", trace.ending == model::Ending::endPiece},
                {"log_probability", trace.logProbability()},
                {"source_pieces", piecesToJson(trace.source.pieces())},
                {"target_pieces", piecesToJson(trace.target)}};
    for (std::size_t i = 0; i < trace.steps.size(); ++i) {
        result["target_pieces"][i]["log_probability"] =
            model::widened(trace.choices[i].candidate.logProbability);
    }
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
    return result;
}

std::string line(const Json &json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace cli
