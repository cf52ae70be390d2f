// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <dnnl.hpp>
#include <map>
#include <tuple>
#include <vector>

#include "model/layers/bfloat16.h"
#include "model/layers/product.h"

namespace model {

/// oneDNN's matmul primitives with one second operand: one for each shape of the first, with op(b)
/// in the blocks that the library asks for. For one thread, and on it alone.
class OneDnnFactor : public layers::RepeatedFactor {
  public:
    /// Operands are rounded to `type`, f32 or bf16.
    OneDnnFactor(dnnl::memory::data_type type, bool transposed, long n, long k)
        : type_(type), transposed_(transposed), n_(n), k_(k) {}

    void load(const float *b, long ldb) override;
    void multiply(long m, const float *a, long lda, float beta, float *c, long ldc) override;

  private:
    struct Kernel {
        dnnl::matmul::primitive_desc primitive;
        dnnl::matmul matmul;
    };
    struct Packed {
        dnnl::memory values;
        bool current = false;
    };
    using Shape = std::tuple<long, long, float, long>;

    const Kernel &kernelFor(long m, long lda, float beta, long ldc);
    /// op(b) in the blocks that the kernel asks for; many kernels ask for the same.
    const dnnl::memory &packedAs(const Kernel &kernel);

    /// Lays op(b) out in those blocks.
    void pack(dnnl::memory &packed);

    static constexpr std::size_t mostKernels = 512;

    dnnl::memory::data_type type_;
    bool transposed_;
    long n_, k_;
    const float *values_ = nullptr;
    long stride_ = 0;
    Rounded first_;
    dnnl::engine engine_{dnnl::engine::kind::cpu, 0};
    dnnl::stream stream_{engine_};
    std::map<Shape, Kernel> kernels_;
    std::vector<Packed> packed_;
};

/// A product as oneDNN describes it, which versions 2 and 3 of the library are asked for in
/// different ways. @throws dnnl::error
dnnl::matmul::primitive_desc describe(const dnnl::engine &engine, const dnnl::memory::desc &a,
                                      const dnnl::memory::desc &b, const dnnl::memory::desc &c,
                                      const dnnl::primitive_attr &attributes);

/// The products of the calling thread stay on it: the trainer divides its work among threads of its
/// own; more of them would be in each other's way, and the sums would depend on their number.
void stayAlone();

/// @throws Error naming a product of m × k × n numbers that the library refused.
[[noreturn]] void refuse(long m, long k, long n, int status);

}  // namespace model
