// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/built_in_models.h"

#include <gtest/gtest.h>

#include <cstdint>

#include "model/file/safetensors.h"

namespace {

TEST(BuiltInModels, AreWhereTheProgramLooksForThem) {
    ASSERT_FALSE(resources::builtInModels().empty());
    for (const auto &model : resources::builtInModels()) {
        const auto bytes = model.bytes();
        EXPECT_NO_THROW(model::safetensors::Contents::parse(bytes)) << model.name;
        EXPECT_EQ(reinterpret_cast<std::uintptr_t>(bytes.data()) % 64, 0U) << "a cache line";
    }
}

TEST(BuiltInModels, AreFoundByTheirNames) {
    for (const auto &model : resources::builtInModels())
        EXPECT_EQ(resources::findBuiltInModel(model.name), &model);
    EXPECT_EQ(resources::findBuiltInModel("attentio"), nullptr);
    EXPECT_EQ(resources::findBuiltInModel(""), nullptr);
}

}  // namespace
