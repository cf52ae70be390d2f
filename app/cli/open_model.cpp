// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/open_model.h"

#include "model/file/safetensors.h"
#include "resources/built_in_models.h"

namespace cli {
namespace {

const resources::BuiltInModel *findBuiltIn(const std::string &name) {
    return name.empty() ? &resources::builtInModels().front() : resources::findBuiltInModel(name);
}

}  // namespace

ModelBytes modelBytes(const std::string &file) {
    ModelBytes model;
    if (const auto *builtIn = findBuiltIn(file)) {
        model.name = builtIn->title();
        model.bytes = builtIn->bytes();
    } else {
        model.name = file;
        model.read = model::safetensors::readFile(file);
        model.bytes = model.read;
    }
    return model;
}

std::shared_ptr<const model::Model> openModel(const std::string &file) {
    if (const auto *builtIn = findBuiltIn(file))
        return model::readModel(builtIn->bytes(), builtIn->title());
    return model::readModel(std::filesystem::path(file));
}

}  // namespace cli
