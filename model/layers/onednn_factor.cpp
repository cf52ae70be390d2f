// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/layers/onednn_factor.h"

#include <omp.h>
#include <oneapi/dnnl/dnnl_version.h>

#include <algorithm>
#include <string>

#include "model/error.h"

namespace model {

using dnnl::memory;

namespace {

memory::desc plain(memory::data_type type, long rows, long cols, long stride,
                   bool transposed = false) {
    const memory::dims strides = transposed ? memory::dims{1, stride} : memory::dims{stride, 1};
    return {{rows, cols}, type, strides};
}

}  // namespace

dnnl::matmul::primitive_desc describe(const dnnl::engine &engine, const memory::desc &a,
                                      const memory::desc &b, const memory::desc &c,
                                      const dnnl::primitive_attr &attributes) {
#if DNNL_VERSION_MAJOR >= 3
    return {engine, a, b, c, attributes};
#else
    return {{a, b, c}, attributes, engine};
#endif
}

void stayAlone() {
    thread_local const bool alone = [] {
        omp_set_num_threads(1);
        return true;
    }();
    static_cast<void>(alone);
}

void refuse(long m, long k, long n, int status) {
    throw Error(
        "oneDNN could not multiply matrices of %1 × %2 × %3 numbers: its status is %4, 0 is "
        "expected.",
        m, k, n, status);
}

void OneDnnFactor::load(const float *b, long ldb) {
    values_ = b;
    stride_ = ldb;
    for (Packed &packed : packed_) {
        packed.current = false;
    }
}

void OneDnnFactor::multiply(long m, const float *a, long lda, float beta, float *c, long ldc) {
    stayAlone();
    try {
        const bool rounds = type_ == memory::data_type::bf16;
        if (rounds) {
            first_.take(a, m, k_, lda);
        }
        const Kernel &kernel = kernelFor(m, rounds ? k_ : lda, beta, ldc);
        memory source(kernel.primitive.src_desc(), engine_,
                      rounds ? first_.data() : const_cast<float *>(a));
        memory result(kernel.primitive.dst_desc(), engine_, c);
        kernel.matmul.execute(
            stream_,
            {{DNNL_ARG_SRC, source}, {DNNL_ARG_WEIGHTS, packedAs(kernel)}, {DNNL_ARG_DST, result}});
    } catch (const dnnl::error &error) {
        refuse(m, k_, n_, error.status);
    }
}

const OneDnnFactor::Kernel &OneDnnFactor::kernelFor(long m, long lda, float beta, long ldc) {
    const Shape shape{m, lda, beta, ldc};
    if (const auto found = kernels_.find(shape); found != kernels_.end()) {
        return found->second;
    }
    if (kernels_.size() >= mostKernels) {
        kernels_.clear();
    }
    dnnl::primitive_attr attributes;
    if (beta != 0) {
        dnnl::post_ops operations;
        operations.append_sum(beta);
        attributes.set_post_ops(operations);
    }
    const memory::desc weights({k_, n_}, type_, memory::format_tag::any);
    const dnnl::matmul::primitive_desc primitive =
        describe(engine_, plain(type_, m, k_, lda), weights,
                 plain(memory::data_type::f32, m, n_, ldc), attributes);
    return kernels_.emplace(shape, Kernel{primitive, dnnl::matmul(primitive)}).first->second;
}

const memory &OneDnnFactor::packedAs(const Kernel &kernel) {
    const memory::desc wanted = kernel.primitive.weights_desc();
    auto found = std::find_if(packed_.begin(), packed_.end(), [&wanted](const Packed &packed) {
        return packed.values.get_desc() == wanted;
    });
    if (found == packed_.end()) {
        packed_.push_back({memory(wanted, engine_), false});
        found = packed_.end() - 1;
    }
    if (!found->current) {
        pack(found->values);
        found->current = true;
    }
    return found->values;
}

void OneDnnFactor::pack(memory &packed) {
    // Version 3.7 puts the numbers of a matrix that is read transposed in the wrong places of its
    // blocks (AVX-512): it is given one that is not.
    const bool upright = DNNL_VERSION_MAJOR >= 3 && transposed_;
    Matrix copy;
    if (upright) {
        copy = Eigen::Map<const Matrix, 0, Eigen::OuterStride<>>(values_, n_, k_,
                                                                 Eigen::OuterStride<>(stride_))
                   .transpose();
    }
    memory from(upright ? plain(memory::data_type::f32, k_, n_, n_)
                        : plain(memory::data_type::f32, k_, n_, stride_, transposed_),
                engine_, upright ? copy.data() : const_cast<float *>(values_));
    dnnl::reorder(from, packed).execute(stream_, from, packed);
    stream_.wait();
}

}  // namespace model
