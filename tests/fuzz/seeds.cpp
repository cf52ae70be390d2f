// SPDX-License-Identifier: GPL-3.0-or-later
// fuzz_seeds FOLDER: writes what each target begins with into a folder of its name.
#include <fstream>
#include <iostream>

#include "tests/fuzz/targets.h"

int main(int count, char **arguments) {
    if (count != 2) {
        std::cerr << "usage: fuzz_seeds FOLDER\n";
        return 2;
    }
    for (const fuzz::Target &target : fuzz::targets()) {
        const auto folder = std::filesystem::path(arguments[1]) / target.name;
        std::filesystem::create_directories(folder);
        int number = 0;
        for (const std::string &seed : target.seeds()) {
            std::ofstream file(folder / ("seed" + std::to_string(number++)), std::ios::binary);
            file.write(seed.data(), static_cast<std::streamsize>(seed.size()));
            if (!file.flush()) {
                std::cerr << "fuzz_seeds: " << folder << " cannot be written.\n";
                return 1;
            }
        }
    }
}
