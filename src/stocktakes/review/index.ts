export { StocktakeReview } from './view/StocktakeReview';
