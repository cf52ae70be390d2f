// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/layers/bfloat16.h"

#include <oneapi/dnnl/dnnl_version.h>
#include <array>
#include <dnnl.hpp>
#include <memory>
#include <optional>

#include "model/layers/onednn.h"
#include "model/layers/onednn_factor.h"

namespace model {

namespace {

using dnnl::memory;

memory::desc operand(long rows, long cols, long stride, bool transposed,
                     memory::data_type type = memory::data_type::bf16) {
    return {{rows, cols}, type, transposed ? memory::dims{1, stride} : memory::dims{stride, 1}};
}

/// Products of any size whose operands are read transposed or not, as given; for one thread.
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
        matmul_ = dnnl::matmul(describe(
            engine_, operand(any, any, any, transposeA), operand(any, any, any, transposeB),
            operand(any, any, any, false, memory::data_type::f32), attributes));
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

/// The kernel of this thread for such products, which uses no other thread.
Kernel &kernelFor(bool transposeA, bool transposeB, bool add) {
    thread_local std::array<std::optional<Kernel>, 8> kernels;
    auto &kernel = kernels[(transposeA ? 1 : 0) + (transposeB ? 2 : 0) + (add ? 4 : 0)];
    if (!kernel) {
        stayAlone();
        kernel.emplace(transposeA, transposeB, add);
    }
    return *kernel;
}

void gemm(bool transposeA, bool transposeB, long m, long n, long k, const float *a, long lda,
          const float *b, long ldb, float beta, float *c, long ldc) {
    thread_local Rounded first;
    thread_local Rounded second;
    first.take(a, transposeA ? k : m, transposeA ? m : k, lda);
    second.take(b, transposeB ? n : k, transposeB ? k : n, ldb);
    try {
        kernelFor(transposeA, transposeB, beta != 0).multiply(m, n, k, first, second, c, ldc);
    } catch (const dnnl::error &error) {
        refuse(m, k, n, error.status);
    }
}

/// A factor that is rounded once, and not laid out in blocks.
class RoundedFactor : public layers::RepeatedFactor {
  public:
    RoundedFactor(bool transposed, long n, long k) : transposed_(transposed), n_(n), k_(k) {}
    void load(const float *b, long ldb) override {
        second_.take(b, transposed_ ? n_ : k_, transposed_ ? k_ : n_, ldb);
    }
    void multiply(long m, const float *a, long lda, float beta, float *c, long ldc) override {
        first_.take(a, m, k_, lda);
        try {
            kernelFor(false, transposed_, beta != 0).multiply(m, n_, k_, first_, second_, c, ldc);
        } catch (const dnnl::error &error) {
            refuse(m, k_, n_, error.status);
        }
    }

  private:
    bool transposed_;
    long n_, k_;
    Rounded first_, second_;
};

std::unique_ptr<layers::RepeatedFactor> repeatedRounded(bool transposeB, long n, long k) {
    // Version 3.7 lays matrices of bfloat16 with an odd number of rows out wrongly.
    if (DNNL_VERSION_MAJOR >= 3) {
        return std::make_unique<RoundedFactor>(transposeB, n, k);
    }
    return std::make_unique<OneDnnFactor>(memory::data_type::bf16, transposeB, n, k);
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
    return {gemm, repeatedRounded};
}

}  // namespace model
