/** How close a slide's text may come, in steps. */
const closer = ['dense', 'denser'] as const

/** A phone scrolls; what is read from a distance should not have to. */
const screen = '(min-width: 60rem)'

/**
 * Sees to it that what is said of a point is seen without scrolling, as far as that can be read: the slide's text comes closer in two steps.
 * One that is too full all the same is marked `overfull`. `shown` is what the slide shows: measured anew when it changes, and with the window.
 */
export const fitting =
  (_shown: unknown) =>
  (main: HTMLElement): (() => void) => {
    const slide = main.closest<HTMLElement>('.slide')
    const body = main.parentElement
    if (!slide || !body) return () => undefined

    const free = () => {
      const { paddingTop, paddingBottom } = getComputedStyle(body)
      const around = slide.offsetHeight - body.offsetHeight
      return innerHeight - around - parseFloat(paddingTop) - parseFloat(paddingBottom)
    }
    const fit = () => {
      slide.classList.remove(...closer, 'overfull')
      if (!matchMedia(screen).matches) return
      for (const step of closer) {
        if (main.offsetHeight <= free()) return
        slide.classList.add(step)
      }
      slide.classList.toggle('overfull', main.offsetHeight > free())
    }
    fit()
    void document.fonts.ready.then(fit)
    addEventListener('resize', fit)
    return () => removeEventListener('resize', fit)
  }
