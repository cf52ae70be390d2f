// SPDX-License-Identifier: GPL-3.0-or-later
#include <omp.h>

#include <array>
#include <bit>
#include <cstdint>
#include <dnnl.hpp>
#include <optional>
#include <string>
#include <vector>

#include "model/error.h"
#include "model/onednn.h"

namespace model {

namespace {

using dnnl::memory;

/// The upper half of a float, rounded to the nearest, halves to even. Values that are no numbers
/// stay so: their payload's upper bits are what the processor itself sets.
std::uint16_t rounded(float value) {
    const auto bits = std::bit_cast<std::uint32_t>(value);
    return static_cast<std::uint16_t>((bits + 0x7FFF + ((bits >> 16) & 1)) >> 16);
}

/// A matrix in bfloat16, one row behind the other.
class Rounded {
  public:
    void take(const float *values, long rows, long cols, long stride) {
        cols_ = cols;
        numbers_.resize(static_cast<std::size_t>(rows * cols));
        for (long r = 0; r < rows; ++r) {
            const float *from = values + r * stride;
            std::uint16_t *to = numbers_.data() + r * cols;
            for (long c = 0; c < cols; ++c) {
                to[c] = rounded(from[c]);
            }
        }
    }
    /// For oneDNN, which takes what it only reads as though it wrote it, too.
    void *data() const { return const_cast<std::uint16_t *>(numbers_.data()); }
    long cols() const { return cols_; }

  private:
    std::vector<std::uint16_t> numbers_;
    long cols_ = 0;
};

memory::desc operand(long rows, long cols, long stride, bool transposed,
                     memory::data_type type = memory::data_type::bf16) {
    return {{rows, cols}, type, transposed ? memory::dims{1, stride} : memory::dims{stride, 1}};
}

/// Products of any size whose operands are read transposed or not as said; for one thread.
class Kernel {
  public:
    Kernel(bool transposeA, bool transposeB, bool add)
        : transposeA_(transposeA), transposeB_(transposeB) {
        constexpr long any = DNNL_RUNTIME_DIM_VAL;
        dnnl::primitive_attr attributes;
        if (add) {
            dnnl::post_ops operations;
            operations.append_sum(1);
            attributes.set_post_ops(operations);
        }
        matmul_ =
            dnnl::matmul({{operand(any, any, any, transposeA), operand(any, any, any, transposeB),
                           operand(any, any, any, false, memory::data_type::f32)},
                          attributes,
                          engine_});
    }

    void multiply(long m, long n, long k, const Rounded &a, const Rounded &b, float *c, long ldc) {
        memory first(operand(m, k, a.cols(), transposeA_), engine_, a.data());
        memory second(operand(k, n, b.cols(), transposeB_), engine_, b.data());
        memory result(operand(m, n, ldc, false, memory::data_type::f32), engine_, c);
        matmul_.execute(
            stream_, {{DNNL_ARG_SRC, first}, {DNNL_ARG_WEIGHTS, second}, {DNNL_ARG_DST, result}});
    }

  private:
    bool transposeA_, transposeB_;
    dnnl::engine engine_{dnnl::engine::kind::cpu, 0};
    dnnl::stream stream_{engine_};
    dnnl::matmul matmul_;
};

/// This thread's kernel for such products, alone on its thread.
Kernel &kernelFor(bool transposeA, bool transposeB, bool add) {
    thread_local std::array<std::optional<Kernel>, 8> kernels;
    auto &kernel = kernels[(transposeA ? 1 : 0) + (transposeB ? 2 : 0) + (add ? 4 : 0)];
    if (!kernel) {
        omp_set_num_threads(1);
        kernel.emplace(transposeA, transposeB, add);
    }
    return *kernel;
}

void multiply(bool transposeA, bool transposeB, long m, long n, long k, const Rounded &a,
              const Rounded &b, float beta, float *c, long ldc) {
    try {
        kernelFor(transposeA, transposeB, beta != 0).multiply(m, n, k, a, b, c, ldc);
    } catch (const dnnl::error &error) {
        throw Error("oneDNN could not multiply bfloat16 matrices of " + std::to_string(m) + " × " +
                    std::to_string(k) + " × " + std::to_string(n) + " numbers: its status is " +
                    std::to_string(error.status) + ", 0 is expected.");
    }
}

void gemm(bool transposeA, bool transposeB, long m, long n, long k, const float *a, long lda,
          const float *b, long ldb, float beta, float *c, long ldc) {
    thread_local Rounded first;
    thread_local Rounded second;
    first.take(a, transposeA ? k : m, transposeA ? m : k, lda);
    second.take(b, transposeB ? n : k, transposeB ? k : n, ldb);
    multiply(transposeA, transposeB, m, n, k, first, second, beta, c, ldc);
}

class RoundedFactor : public layers::RepeatedFactor {
  public:
    RoundedFactor(bool transposed, long n, long k) : transposed_(transposed), n_(n), k_(k) {}

    void load(const float *b, long ldb) override {
        second_.take(b, transposed_ ? n_ : k_, transposed_ ? k_ : n_, ldb);
    }

    void multiply(long m, const float *a, long lda, float beta, float *c, long ldc) override {
        first_.take(a, m, k_, lda);
        model::multiply(false, transposed_, m, n_, k_, first_, second_, beta, c, ldc);
    }

  private:
    bool transposed_;
    long n_, k_;
    Rounded first_, second_;
};

std::unique_ptr<layers::RepeatedFactor> repeated(bool transposeB, long n, long k) {
    return std::make_unique<RoundedFactor>(transposeB, n, k);
}

}  // namespace

bool multipliesBfloat16() {
    try {
        kernelFor(false, false, false);
        return true;
    } catch (const dnnl::error &) {
        return false;
    }
}

layers::ProductLibrary oneDnnBfloat16() {
    return {gemm, repeated};
}

}  // namespace model
